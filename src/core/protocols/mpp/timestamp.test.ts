import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readTimestamp } from './timestamp'

it.each([
  ['2026-12-01T12:05:00Z', Date.UTC(2026, 11, 1, 12, 5)],
  ['2026-12-01t12:05:00z', Date.UTC(2026, 11, 1, 12, 5)],
  ['2026-12-01T12:05:00.5Z', Date.UTC(2026, 11, 1, 12, 5, 0, 500)],
  ['2026-12-01T12:05:00.123999999Z', Date.UTC(2026, 11, 1, 12, 5, 0, 123)],
  ['2026-12-01T12:05:00+02:30', Date.UTC(2026, 11, 1, 9, 35)],
  ['2026-12-01T12:05:00-00:45', Date.UTC(2026, 11, 1, 12, 50)],
  ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
])('%s', (text, moment) => expect(readTimestamp(text)).toBe(moment))

it.each([
  '',
  '2026-12-01',
  '2026-12-01 12:05:00Z',
  '2026-12-01T12:05Z',
  '2026-12-01T12:05:00',
  '2026-12-01T12:05:00.Z',
  '2026-12-01T12:05:00+0200',
  '2026-12-01T24:00:00Z',
  '2026-12-01T12:60:00Z',
  '2026-12-01T12:05:60Z',
  '2026-12-01T12:05:00+24:00',
  '2026-02-29T00:00:00Z',
  '2026-04-31T00:00:00Z',
  '2026-00-10T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '0000-01-00T00:00:00Z',
  '0050-01-01T00:00:00Z',
  ' 2026-12-01T12:05:00Z',
  '2026-12-01T12:05:00Z\n',
  '１026-12-01T12:05:00Z',
  '1796126700000',
  'Tue, 01 Dec 2026 12:05:00 GMT',
])('refuses %j', (text) => expect(readTimestamp(text)).toBeNull())

it('reads every moment that a server can write', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(Date.UTC(1000, 0)), max: new Date(Date.UTC(9999, 11, 31)), noInvalidDate: true }), (date) => {
      expect(readTimestamp(date.toISOString())).toBe(date.getTime())
    }),
  )
})
