import fc from 'fast-check'
import { expect, it } from 'vitest'
import { coveredBy } from './covers'

it('reads what an offer covers', () => {
  expect(coveredBy(JSON.stringify({ scheme: 'exact', extra: { name: 'USDC', covers: 'month' } }))).toBe('month')
  expect(coveredBy(JSON.stringify({ extra: { covers: 'day' } }))).toBe('day')
})

it.each(['', '{', 'null', '[]', '{}', '{"extra":null}', '{"extra":{}}', '{"extra":{"covers":"year"}}', '{"extra":{"covers":["day"]}}', '{"covers":"day"}', '{"extra":{"covers":"__proto__"}}'])(
  'takes nothing from %s',
  (raw) => expect(coveredBy(raw)).toBeNull(),
)

it('never throws', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (raw) => void coveredBy(raw)))
})
