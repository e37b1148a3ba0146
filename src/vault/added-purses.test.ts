import fc from 'fast-check'
import { mnemonicToAccount } from 'viem/accounts'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { anyTransfer } from '../core/authorization/transfer.fixtures'
import { encodeTransfer } from '../core/authorization/transfer'
import { signInText } from '../core/signin'
import { vector } from '../core/signin/signin.fixtures'
import type { SealedPurse } from './added-purse'
import { LockedError } from './locked-error'
import { createVault, openVault, restoreVault, resumeSession, type OpenVault } from './vault'
import { byteFlips, kdf, now, options, password, value } from './vault.fixtures'

vi.mock('hash-wasm', async (original) => (await import('./argon2.fixtures')).remembered(await original()))

/** The words that every development chain pays by default: their accounts stand in many manuals. */
const words = 'test test test test test test test test test test test junk'
const manual = ['0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266', '0x70997970c51812dc3a010c7d01b50e0d17dc79c8', '0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc', '0x90f79bf6eb2c4f870365e785982e1f101e93b906']
const indexes = [1, 2, 3, 4, 5, 6, 7]

const open = async (): Promise<OpenVault> => value(await openVault(value(await restoreVault({ words, password, now, kdf })).record, { kind: 'password', password }, options))

let vault: OpenVault
let sealed: readonly SealedPurse[]
beforeAll(async () => {
  vault = await open()
  sealed = value(await vault.authority.purses(vault.record, indexes))
})

/** A keyring of the same vault that has opened nothing yet. */
const fresh = () => value(resumeSession(vault.record, vault.keyring.toSession()))

describe('purses of one seed', () => {
  it('are the accounts that every other wallet finds under the same words', () => {
    const addresses = sealed.map((purse) => fresh().openPurse(purse))
    expect(addresses).toEqual(indexes.map((addressIndex) => mnemonicToAccount(words, { addressIndex }).address.toLowerCase()))
    expect([fresh().address, ...addresses.slice(0, 3)]).toEqual(manual)
  })

  it('sign what an independent implementation signs, each with its own key', async () => {
    const keyring = fresh()
    for (const purse of sealed) {
      const account = mnemonicToAccount(words, { addressIndex: purse.index })
      const address = keyring.openPurse(purse)
      if (address === null) throw new Error('did not open')
      const text = signInText(vector.ask, address)
      expect(keyring.signSignIn(text)).toEqual({ ok: true, value: await account.signMessage({ message: text }) })
    }
  })

  it('pay only once they were opened, and never for one another', () => {
    const keyring = fresh()
    fc.assert(
      fc.property(anyTransfer, fc.subarray(indexes), fc.constantFrom(...indexes), (transfer, opened, index) => {
        const open = fresh()
        for (const one of opened) open.openPurse(purse(one))
        const from = keyring.openPurse(purse(index)) ?? '0x'
        const bytes = value(encodeTransfer({ ...transfer, from }))
        const signed = open.signTransfer(bytes)
        expect(signed).toEqual(opened.includes(index) ? keyring.signTransfer(bytes) : { ok: false, error: 'not-this-purse' })
        expect(open.signSignIn(signInText(vector.ask, from)).ok).toBe(opened.includes(index))
      }),
      { numRuns: 40 },
    )
  })

  it('have a number of their own for the same purchase, and the first purse the one it always had', () => {
    const keyring = fresh()
    const identity = { network: 'eip155:8453', asset: vector.address, resource: 'https://example.org/a', counter: 0 } as const
    const addresses = [keyring.address, ...sealed.map((one) => keyring.openPurse(one) ?? '0x')] as const
    const numbers = addresses.map((address) => keyring.purchaseNonce(identity, address))
    expect(new Set(numbers).size).toBe(8)
    expect(numbers[0]).toBe(keyring.purchaseNonce(identity))
    expect(fresh().purchaseNonce(identity, addresses[3])).toBe(numbers[3])
  })
})

describe('a sealed purse', () => {
  it('opens nowhere but in its vault and at its place, to the last byte', async () => {
    const other = await createVault({ password, now, kdf })
    const again = await open()
    for (const one of sealed) {
      expect(other.keyring.openPurse(one)).toBeNull()
      // The same words in another vault are other keys.
      expect(again.keyring.openPurse(one)).toBeNull()
      expect(fresh().openPurse({ ...one, index: (one.index % 7) + 1 })).toBeNull()
    }
    for (const key of byteFlips(purse(1).key)) expect(fresh().openPurse({ index: 1, key })).toBeNull()
    for (const key of ['', 'AAAA', 'not base64', vault.record.purse.key]) expect(fresh().openPurse({ index: 1, key })).toBeNull()
  })

  it('is another each time, and tells nothing', async () => {
    const [again] = value(await vault.authority.purses(vault.record, [1]))
    expect(again?.key).not.toBe(purse(1).key)
    for (const address of manual) expect(JSON.stringify(sealed).toLowerCase()).not.toContain(address.slice(2))
  })

  it('is refused for numbers that are none, and by whoever was wiped', async () => {
    for (const index of [-1, 8, 1.5, 2 ** 31, Number.NaN]) await expect(vault.authority.purses(vault.record, [index])).rejects.toThrow()
    expect(await vault.authority.purses({ ...vault.record, seed: vault.record.purse.key }, [1])).toEqual({ ok: false, error: 'damaged' })
    const wiped = await open()
    const under = wiped.authority.purses(wiped.record, [1])
    wiped.authority.wipe()
    await expect(under).rejects.toThrow(LockedError)
    const keyring = fresh()
    keyring.openPurse(purse(1))
    keyring.wipe()
    expect(() => keyring.openPurse(purse(1))).toThrow(LockedError)
    expect(keyring.signSignIn(signInText(vector.ask, manual[1] as '0x'))).toEqual({ ok: false, error: 'locked' })
  })
})

function purse(index: number): SealedPurse {
  const found = sealed.find((one) => one.index === index)
  if (found === undefined) throw new Error('no such purse')
  return found
}
