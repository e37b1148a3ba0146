import { base64urlnopad } from '@scure/base'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { longestSealAddress, openSeal, sealPath, sealTo, type Terms } from './seal'
import { generateServiceKey, readKeysFile, readPublicKey, readServiceKey, writeKeysFile, type KeyService, type ServiceKey } from './service-key'

const terms: Terms = {
  key: new Uint8Array(32).fill(3),
  title: 'The ferry',
  url: 'https://ada.example/essays/ferry',
  price: 100_000n,
  payTo: '0x00000000000000000000000000000000000000aa',
  network: 'eip155:8453',
  keep: 'forever',
  until: null,
}
const now = 1_800_000_000

describe('a seal', () => {
  let mine: ServiceKey
  let theirs: ServiceKey
  const at = ({ publicKey }: ServiceKey): KeyService => ({ address: 'https://keys.example', publicKey })
  const seal = async (some: Terms, service = mine): Promise<string> => ((await sealTo(at(service), some)) ?? '').slice(`https://keys.example${sealPath}`.length)

  beforeAll(async () => {
    mine = await readServiceKey(await generateServiceKey())
    theirs = await readServiceKey(await generateServiceKey())
  })

  it('opens at its service to what was sealed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 80 }), fc.bigInt(1n, 10n ** 15n), fc.option(fc.integer({ min: now + 1 })), async (title, price, until) => {
        expect(await openSeal(mine, await seal({ ...terms, title, price, until }), now)).toEqual({ ok: true, value: { ...terms, title, price, until } })
      }),
      { numRuns: 25 },
    )
  })

  it('opens at no other service', async () => {
    expect(await openSeal(theirs, await seal(terms), now)).toEqual({ ok: false, error: 'other-service' })
    // Nor when it is given their name.
    const bytes = base64urlnopad.decode(await seal(terms))
    bytes.set(theirs.id, 1)
    expect(await openSeal(theirs, base64urlnopad.encode(bytes), now)).toEqual({ ok: false, error: 'broken' })
  })

  it('breaks when any byte of it is changed, and when it is cut or longer', async () => {
    const whole = base64urlnopad.decode(await seal(terms))
    for (let index = 0; index < whole.length; index += 1) {
      const changed = whole.map((byte, place) => (place === index ? byte ^ (1 << (index % 8)) : byte))
      expect((await openSeal(mine, base64urlnopad.encode(changed), now)).ok, `byte ${index}`).toBe(false)
    }
    for (const other of [whole.slice(0, -1), Uint8Array.of(...whole, 0), whole.slice(0, 90), new Uint8Array()]) expect((await openSeal(mine, base64urlnopad.encode(other), now)).ok).toBe(false)
  })

  it('is refused where it is no base64url in its one spelling, or endless', async () => {
    const text = await seal(terms)
    for (const other of [`${text}=`, `${text}A`, text.replace(/^./, '!'), ` ${text}`, 'A'.repeat(longestSealAddress + 1)]) {
      expect(await openSeal(mine, other, now), other.slice(0, 20)).toMatchObject({ ok: false })
    }
  })

  it('sells nothing after its end', async () => {
    const text = await seal({ ...terms, until: now })
    expect(await openSeal(mine, text, now - 1)).toMatchObject({ ok: true })
    expect(await openSeal(mine, text, now)).toEqual({ ok: false, error: 'ended' })
  })

  it('sells no nonsense, whoever sealed it', async () => {
    const bad: Partial<Record<keyof Terms, unknown>>[] = [
      { price: 0n },
      { price: -5n },
      { key: new Uint8Array(31) },
      { payTo: '0xAA' },
      { network: 'eip155:1' },
      { url: 'not an address' },
      { until: 1.5 },
      { keep: 'x'.repeat(65) },
    ]
    for (const change of bad) expect(await openSeal(mine, await seal({ ...terms, ...change } as Terms), now), JSON.stringify(Object.keys(change))).toEqual({ ok: false, error: 'broken' })
  })

  it('fits an address, or is not made', async () => {
    expect(await sealTo(at(mine), { ...terms, url: `https://ada.example/${'x'.repeat(900)}` })).toMatch(/^https:\/\/keys\.example\/k\/[\w-]{1600,1980}$/)
    expect(await sealTo(at(mine), { ...terms, url: `https://ada.example/${'x'.repeat(1100)}` })).toBeNull()
    expect(await sealTo(at(mine), { ...terms, title: 'x'.repeat(301) })).toBeNull()
    expect(await sealTo(at(mine), { ...terms, title: 'ß'.repeat(300), url: `https://ada.example/${'x'.repeat(900)}` })).toBeNull()
  })

  it('is made to the key that a service shows', () => {
    expect(readKeysFile(writeKeysFile(mine))).toEqual(mine.publicKey)
    for (const other of ['', '{}', '{"v":1,"keys":[]}', '{"v":1,"keys":[{"publicKey":"AAAA"}]}', 'x'.repeat(20_000)]) expect(readKeysFile(other)).toBeNull()
    expect(readPublicKey(base64urlnopad.encode(mine.publicKey.slice(1)))).toBeNull()
  })

  it('is not made to a key that is no point', async () => {
    await expect(sealTo({ address: 'https://keys.example', publicKey: Uint8Array.of(4, ...new Uint8Array(64).fill(1)) }, terms)).rejects.toThrow()
  })
})
