import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryOnly, type HistoryRecord } from '../../core/history/entry'
import { anyRecords, entry } from '../../core/history/entry.fixtures'
import { decodeJson, encodeJson } from '../codec'
import * as v from 'valibot'
import { decodeChunk, decodeRecords, encodeChunk } from './chunk-codec'

const record: HistoryRecord = { ...entry, page: 'https://news.example/birds/wren', rate: null, fees: [['content', 50_000n]], transaction: `0x${'ab'.repeat(32)}` }

describe('a chunk', () => {
  it('keeps any entries as they are', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const bytes = encodeChunk(records)
        expect(decodeRecords(bytes)).toEqual(records)
        expect(decodeChunk(bytes)).toEqual(records.map(entryOnly))
      }),
    )
  })

  it('is small: what entries have in common is written once', () => {
    const many = Array.from({ length: 512 }, (_, at) => ({ ...record, id: crypto.randomUUID(), order: at + 1, at: entry.at + at, title: `An article of some length, number ${at}` }))
    expect(encodeChunk(many).length / many.length).toBeLessThan(240)
  })

  const written = decodeJson(v.record(v.string(), v.unknown()), encodeChunk([record, { ...record, order: 2 }])) ?? {}
  it('from before anybody looked for refunds has none', () => {
    expect(decodeChunk(encodeJson({ ...written, refunds: undefined }))).toEqual([entry, { ...entry, order: 2 }])
  })

  it.each([
    ['of another shape', { ...written, shape: 0 }],
    ['with a column that ends too soon', { ...written, titles: ['The wren'] }],
    ['with a field nobody knows', { ...written, more: [] }],
    ['that names what it does not hold', { ...written, host: [0, 7] }],
    ['with a state there is not', { ...written, known: { ...(written['known'] as object), states: ['lost'] } }],
    ['that is none', []],
  ])('%s is not read', (_, value) => {
    expect(decodeChunk(encodeJson(value))).toBeNull()
    expect(decodeRecords(encodeJson(value))).toBeNull()
  })

  it.each([
    ['with too few fees', { ...written, fees: [0] }],
    ['with a rate it does not hold', { ...written, rate: [null, 3] }],
    ['with a reference that is none', { ...written, transactions: [null, '0xgg'] }],
  ])('%s is not read for a table', (_, value) => {
    expect(decodeRecords(encodeJson(value))).toBeNull()
  })
})
