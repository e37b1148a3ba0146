import { expect, it } from 'vitest'
import type { LibraryRow } from '../../../messaging/views'
import { findArticles } from './find'

const rows: readonly LibraryRow[] = [
  { id: 'c', at: 30, title: 'Élan on the moor', host: 'hills.example', bytes: null },
  { id: 'b', at: 20, title: 'Wrens 10', host: 'birds.example', bytes: 900 },
  { id: 'a', at: 10, title: 'Wrens 9', host: 'birds.example', bytes: 4000 },
]
const ids = (found: readonly LibraryRow[]): string => found.map(({ id }) => id).join('')

it('finds by every word, in title or site, without minding case and accents', () => {
  expect(ids(findArticles(rows, '', 'newest', 'en'))).toBe('cba')
  expect(ids(findArticles(rows, ' elan MOOR ', 'newest', 'en'))).toBe('c')
  expect(ids(findArticles(rows, 'birds 9', 'newest', 'en'))).toBe('a')
  expect(ids(findArticles(rows, 'owl', 'newest', 'en'))).toBe('')
})

it('puts them in order', () => {
  expect(ids(findArticles(rows, '', 'oldest', 'en'))).toBe('abc')
  expect(ids(findArticles(rows, '', 'title', 'en'))).toBe('cab')
  expect(ids(findArticles(rows, '', 'site', 'en'))).toBe('abc')
  expect(ids(findArticles(rows, '', 'size', 'en'))).toBe('abc')
})
