import { expect, it } from 'vitest'
import { entry } from './entry.fixtures'
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
