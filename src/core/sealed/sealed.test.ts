import { webcrypto } from 'node:crypto'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucket, isSealedPart, largestPart, longestPart, openPart, partKey, sealPart, type Binding } from './format'
import { isKeyAnswer, keyAnswerType, readKeyAnswer, writeKeyAnswer } from './key-answer'

const { subtle } = webcrypto
const secret = new Uint8Array(32).fill(7)
const url = 'https://ada.example/essays/ferry'
const binding: Binding = { title: 'The ferry', url }
const key = partKey(secret, `${url}#1`)
const html = '<p>She paid the ferryman in herring.</p>'

describe('a sealed part', () => {
  it('opens with its key to the very text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), fc.string(), fc.string(), async (text, title, address) => {
        const file = await sealPart(subtle, key, { title, url: address }, text)
        expect(isSealedPart(file)).toBe(true)
        expect(await openPart(subtle, key, { title, url: address }, file)).toBe(text)
      }),
      { numRuns: 60 },
    )
  })

  it('is the same bytes when nothing has changed, and opens with the key bought before when the text was corrected', async () => {
    const first = await sealPart(subtle, key, binding, html)
    expect(await sealPart(subtle, key, binding, html)).toEqual(first)
    const corrected = await sealPart(subtle, partKey(secret, `${url}#1`), binding, html.replace('herring', 'eels'))
    expect(corrected).not.toEqual(first)
    expect(await openPart(subtle, key, binding, corrected)).toContain('eels')
  })

  it('uses no iv for two texts', async () => {
    const iv = async (text: string, bound: Binding) => (await sealPart(subtle, key, bound, text)).slice(9, 21).toString()
    const all = await Promise.all([iv('a', binding), iv('b', binding), iv('a', { ...binding, title: 'x' }), iv('a', { ...binding, url: 'x' }), iv('a\0', binding)])
    expect(new Set(all).size).toBe(all.length)
  })

  it('has keys of its own for every part, address and site', () => {
    const keys = [key, partKey(secret, `${url}#2`), partKey(secret, `${url}/#1`), partKey(new Uint8Array(32).fill(8), `${url}#1`)].map((one) => one.toString())
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('opens under no other title, address or key, and not when any byte is another', async () => {
    const file = await sealPart(subtle, key, binding, html)
    expect(await openPart(subtle, key, { ...binding, title: 'The Ferry' }, file)).toBeNull()
    expect(await openPart(subtle, key, { ...binding, url: `${url}/` }, file)).toBeNull()
    expect(await openPart(subtle, partKey(secret, `${url}#2`), binding, file)).toBeNull()
    expect(await openPart(subtle, key.slice(1), binding, file)).toBeNull()
    // Where one field ends and the next begins is part of what is bound.
    expect(await openPart(subtle, key, { title: binding.title + url.slice(0, 1), url: url.slice(1) }, file)).toBeNull()
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const damaged = file.map((byte, index) => (index === at ? byte ^ change : byte))
        expect(await openPart(subtle, key, binding, damaged)).toBeNull()
      }),
    )
  })

  it('is refused when it is cut short, longer, empty or too large', async () => {
    const file = await sealPart(subtle, key, binding, html)
    for (const other of [file.slice(0, -1), Uint8Array.of(...file, 0), file.slice(0, 37), new Uint8Array(), file.slice(bucket)]) {
      expect(isSealedPart(other)).toBe(false)
      expect(await openPart(subtle, key, binding, other)).toBeNull()
    }
    const large = await sealPart(subtle, key, binding, 'x'.repeat(longestPart))
    expect(large.length).toBeLessThanOrEqual(largestPart)
    expect(isSealedPart(large)).toBe(true)
    await expect(sealPart(subtle, key, binding, 'x'.repeat(longestPart + 1))).rejects.toThrow(RangeError)
  })

  it('tells the length of its text only in steps', async () => {
    const sizes = await Promise.all(['', 'x', html, 'x'.repeat(bucket - 4)].map(async (text) => (await sealPart(subtle, key, binding, text)).length))
    expect(new Set(sizes).size).toBe(1)
    expect((await sealPart(subtle, key, binding, 'x'.repeat(bucket - 3))).length).toBe((sizes[0] ?? 0) + bucket)
  })

  it('is no text where its author has made bytes that are none', async () => {
    const file = await sealPart(subtle, key, binding, html)
    const imported = await subtle.importKey('raw', key.slice(), 'AES-GCM', false, ['encrypt'])
    const forged = async (plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array> => {
      const title = utf8ToBytes(binding.title)
      const bound = Uint8Array.of(...utf8ToBytes('farthing'), 1, 0, 0, 0, title.length, ...title, 0, 0, 0, url.length, ...utf8ToBytes(url))
      const iv = file.slice(9, 21)
      return Uint8Array.of(...file.slice(0, 21), ...new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound }, imported, plain)))
    }
    const plain = new Uint8Array(bucket)
    plain.set([0, 0, 0, 1, 65])
    expect(await openPart(subtle, key, binding, await forged(plain))).toBe('A')
    plain.set([0xff, 0xff, 0xff, 0xff])
    expect(await openPart(subtle, key, binding, await forged(plain))).toBeNull()
    plain.set([0, 0, 0, 1, 0xff])
    expect(await openPart(subtle, key, binding, await forged(plain))).toBeNull()
  })
})

describe('the answer of a key service', () => {
  const answer = writeKeyAnswer({ key, ...binding })

  it('is read as it was written', () => {
    expect(readKeyAnswer(answer)).toEqual({ key, ...binding })
  })

  it('is refused in any other shape', () => {
    const one = JSON.parse(answer) as object
    const others = [
      '',
      'null',
      '[]',
      '<p>Thanks</p>',
      answer.slice(0, -1),
      JSON.stringify({ ...one, v: 2 }),
      JSON.stringify({ ...one, more: 1 }),
      JSON.stringify({ ...one, key: 'AAAA' }),
      JSON.stringify({ ...one, key: `${'A'.repeat(42)}B` }),
      JSON.stringify({ ...one, key: `${'A'.repeat(42)}=` }),
      JSON.stringify({ ...one, title: 'x'.repeat(301) }),
      JSON.stringify({ ...one, url: 'x'.repeat(1025) }),
      `${answer}${' '.repeat(9000)}`,
    ]
    for (const other of others) expect(readKeyAnswer(other), other.slice(0, 80)).toBeNull()
  })

  it('is known by its type', () => {
    expect(isKeyAnswer(keyAnswerType)).toBe(true)
    expect(isKeyAnswer('Application/vnd.farthing.key+JSON; charset=utf-8')).toBe(true)
    for (const type of [null, '', 'application/json', 'text/html', `${keyAnswerType}x`]) expect(isKeyAnswer(type)).toBe(false)
  })
})
