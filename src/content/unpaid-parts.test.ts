import { expect, it } from 'vitest'
import { readUnpaidParts } from './unpaid-parts'

const read = (...entries: readonly object[]) => readUnpaidParts({ getEntriesByType: () => entries as PerformanceEntry[] }).map(({ src }) => src)

it('finds what a page loads and is asked to pay for, once and without fragment', () => {
  const part = { name: 'https://paper.example/wren.png#a', initiatorType: 'img', responseStatus: 402 }
  expect(read(part, part, { ...part, name: 'https://paper.example/free.png', responseStatus: 200 })).toEqual(['https://paper.example/wren.png'])
})

it.each(['iframe', 'frame', 'embed', 'object'])('leaves what an %s asks for alone, seen or hidden', (initiatorType) => {
  expect(read({ name: 'https://paper.example/page', initiatorType, responseStatus: 402 })).toEqual([])
})

it('reads so many, and no further', () => {
  const many = Array.from({ length: 50 }, (_, at) => ({ name: `https://paper.example/${String(at)}.png`, initiatorType: 'img', responseStatus: 402 }))
  expect(read(...many)).toHaveLength(10)
  expect(read({ name: `https://paper.example/${'x'.repeat(2048)}`, initiatorType: 'img', responseStatus: 402 }, { name: 'data:x', initiatorType: 'img', responseStatus: 402 })).toEqual([])
})
