import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyEntries, entry } from '../../core/history/entry.fixtures'
import { decodeJson, encodeJson } from '../codec'
import * as v from 'valibot'
import { decodeChunk, encodeChunk } from './chunk-codec'

describe('a chunk', () => {
  it('keeps any entries as they are', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        expect(decodeChunk(encodeChunk(entries))).toEqual(entries)
      }),
    )
  })

  it('is small: what entries have in common is written once', () => {
    const many = Array.from({ length: 512 }, (_, at) => ({ ...entry, id: crypto.randomUUID(), order: at + 1, at: entry.at + at, title: `An article of some length, number ${at}` }))
    expect(encodeChunk(many).length / many.length).toBeLessThan(160)
  })

  const written = decodeJson(v.record(v.string(), v.unknown()), encodeChunk([entry, { ...entry, order: 2 }])) ?? {}
  it.each([
    ['of another shape', { ...written, shape: 0 }],
    ['with a column that ends too soon', { ...written, titles: ['The wren'] }],
    ['with a field nobody knows', { ...written, more: [] }],
    ['that names what it does not hold', { ...written, host: [0, 7] }],
    ['with a state there is not', { ...written, known: { ...(written['known'] as object), states: ['lost'] } }],
    ['that is none', []],
  ])('%s is not read', (_, value) => {
    expect(decodeChunk(encodeJson(value))).toBeNull()
  })
})
