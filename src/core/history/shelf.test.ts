import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyEntries, entry } from './entry.fixtures'
import type { HistoryEntry } from './entry'
import { everything } from './query'
import { HistoryShelf } from './shelf'

const one = { ...entry, order: 1, title: 'The wren' }
const other = { ...entry, order: 2, id: 'p2', title: 'The robin' }

it('forgets how it was sorted when a part is exchanged', () => {
  const shelf = new HistoryShelf()
  shelf.put(0, [one])
  expect(shelf.search({ ...everything, sort: 'title' }).entries).toEqual([one])
  shelf.put(1, [other])
  expect(shelf.search({ ...everything, sort: 'title' }).entries).toEqual([other, one])
  shelf.put(0, [{ ...one, title: 'A wren' }])
  expect(shelf.search({ ...everything, sort: 'title' }).entries.map(({ title }) => title)).toEqual(['A wren', 'The robin'])
  expect([shelf.size, shelf.has(1), shelf.has(2)]).toEqual([2, true, false])
  shelf.clear()
  expect([shelf.size, shelf.has(1), shelf.search(everything).count]).toEqual([0, false, 0])
})

it('gives its entries in the sequence they were begun in, whichever part came first', () => {
  const shelf = new HistoryShelf()
  shelf.put(1, [other])
  shelf.put(0, [one])
  expect(shelf.entries()).toEqual([one, other])
})

it.each(['site', 'dearest', 'cheapest'] as const)('puts what is equal by %s the newest first, as a plain sort would', (sort) => {
  const rising = <T extends string | bigint>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)
  const placeOf = {
    site: (a: HistoryEntry, b: HistoryEntry) => rising(a.host, b.host),
    dearest: (a: HistoryEntry, b: HistoryEntry) => rising(b.amount, a.amount),
    cheapest: (a: HistoryEntry, b: HistoryEntry) => rising(a.amount, b.amount),
  }
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const shelf = new HistoryShelf()
      shelf.put(0, entries)
      const newest = shelf.search(everything).entries
      expect(shelf.search({ ...everything, sort }).entries).toEqual(newest.toSorted(placeOf[sort]))
    }),
  )
})
