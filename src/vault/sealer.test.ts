import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LockedError } from './locked-error'
import { RowSealer } from './sealer'

const key = Uint8Array.from({ length: 32 }, (_, at) => at + 1)
const sealer = new RowSealer(key)
const text = fc.string({ unit: 'grapheme' })

describe('a sealed row', () => {
  it('opens to what was sealed', () => {
    fc.assert(
      fc.property(text, text, fc.uint8Array({ maxLength: 500 }), (table, id, plaintext) => {
        expect(sealer.open(table, id, sealer.seal(table, id, plaintext))).toEqual({ ok: true, value: plaintext })
      }),
    )
  })

  it('never looks the same twice', () => {
    const plaintext = new Uint8Array(100)
    expect(sealer.seal('t', 'a', plaintext)).not.toEqual(sealer.seal('t', 'a', plaintext))
  })

  it('is refused when any bit of any byte was turned', () => {
    const envelope = sealer.seal('purchases', '1', Uint8Array.of(1, 2, 3))
    for (let at = 0; at < envelope.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = envelope.slice()
        changed[at] = (changed[at] ?? 0) ^ (1 << bit)
        expect(sealer.open('purchases', '1', changed)).toEqual({ ok: false, error: 'damaged' })
      }
    }
  })

  it('is refused when it was cut or lengthened', () => {
    const envelope = sealer.seal('purchases', '1', Uint8Array.of(1, 2, 3))
    for (let length = 0; length < envelope.length; length += 1) {
      expect(sealer.open('purchases', '1', envelope.subarray(0, length)).ok).toBe(false)
    }
    expect(sealer.open('purchases', '1', Uint8Array.of(...envelope, 0)).ok).toBe(false)
  })

  it('is refused in another place, where the names run together, or by another vault', () => {
    const envelope = sealer.seal('purchases', '12', Uint8Array.of(1))
    expect(sealer.open('journal', '12', envelope).ok).toBe(false)
    expect(sealer.open('purchases', '13', envelope).ok).toBe(false)
    expect(sealer.open('purchases1', '2', envelope).ok).toBe(false)
    expect(new RowSealer(new Uint8Array(32)).open('purchases', '12', envelope).ok).toBe(false)
  })
})

describe('a tag', () => {
  it('is the same for the same text, and differs by purpose, text and vault', () => {
    const tag = sealer.tag('resource', 'https://example.org/a')
    expect(tag).toMatch(/^[0-9a-f]{64}$/)
    expect(new RowSealer(key).tag('resource', 'https://example.org/a')).toBe(tag)
    expect(sealer.tag('resourc', 'ehttps://example.org/a')).not.toBe(tag)
    expect(sealer.tag('host', 'https://example.org/a')).not.toBe(tag)
    expect(new RowSealer(new Uint8Array(32)).tag('resource', 'https://example.org/a')).not.toBe(tag)
  })
})

it('does nothing once wiped: nothing is sealed under an erased key', () => {
  const wiped = new RowSealer(key)
  const envelope = wiped.seal('t', 'a', Uint8Array.of(1))
  wiped.wipe()
  expect(() => wiped.seal('t', 'a', Uint8Array.of(1))).toThrow(LockedError)
  expect(() => wiped.open('t', 'a', envelope)).toThrow(LockedError)
  expect(() => wiped.tag('t', 'a')).toThrow(LockedError)
})
