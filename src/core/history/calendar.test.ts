import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumberAt, monthAround, nameOfDay, periods, spansOf } from './calendar'
import { zoneNamed, zones } from './zone.fixtures'

const day = (name: string) => Date.parse(name) / 86_400_000
const named = ({ from, to }: { from: number; to: number }) => [nameOfDay(from), nameOfDay(to)]
const anyDay = fc.integer({ min: day('2000-01-01'), max: day('2060-12-31') })
const anyMoment = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2035, 0, 1) })

describe('a day', () => {
  it.each(zones)('is the one that the clock shows in %s, at any moment of any year', (name) => {
    const zone = zoneNamed(name)
    const written = new Intl.DateTimeFormat('en-CA', { timeZone: name, dateStyle: 'short' })
    fc.assert(fc.property(anyMoment, (at) => nameOfDay(dayNumberAt(at, zone)) === written.format(at)), { numRuns: 300 })
  })

  it('of 23 or 25 hours is one day', () => {
    const zone = zoneNamed('Europe/Berlin')
    const at = (moment: string) => nameOfDay(dayNumberAt(Date.parse(moment), zone))
    expect(['2026-03-28T22:59:59Z', '2026-03-28T23:00Z', '2026-03-29T21:59:59Z', '2026-03-29T22:00Z'].map(at)).toEqual(['2026-03-28', '2026-03-29', '2026-03-29', '2026-03-30'])
    expect(['2026-10-24T21:59:59Z', '2026-10-24T22:00Z', '2026-10-25T22:59:59Z', '2026-10-25T23:00Z'].map(at)).toEqual(['2026-10-24', '2026-10-25', '2026-10-25', '2026-10-26'])
  })

  it('that begins at one in the morning begins there', () => {
    const zone = zoneNamed('America/Santiago')
    const [last, first] = ['2026-09-06T03:59:59Z', '2026-09-06T04:00Z'].map((moment) => nameOfDay(dayNumberAt(Date.parse(moment), zone)))
    expect([last, first]).toEqual(['2026-09-05', '2026-09-06'])
  })
})

describe('a month', () => {
  it.each([
    ['2024-02-29', 0, '2024-02-01', '2024-02-29'],
    ['2023-02-28', 0, '2023-02-01', '2023-02-28'],
    ['2100-02-10', 0, '2100-02-01', '2100-02-28'],
    ['2026-03-31', -1, '2026-02-01', '2026-02-28'],
    ['2026-01-31', -1, '2025-12-01', '2025-12-31'],
    ['2026-12-31', 1, '2027-01-01', '2027-01-31'],
    ['2026-05-31', -15, '2025-02-01', '2025-02-28'],
  ])('around %s, %i on, is %s to %s', (name, months, from, to) => {
    expect(named(monthAround(day(name), months))).toEqual([from, to])
  })
})

describe('a period', () => {
  it('is cut where the calendar cuts', () => {
    const today = day('2024-03-31')
    const ends = (period: (typeof periods)[number]) => {
      const spans = spansOf(period, today, day('2021-07-04'))
      return [spans.length, ...[spans[0], spans.at(-2), spans.at(-1)].map((span) => (span === undefined ? [] : named(span)))]
    }
    expect(ends('days30')).toEqual([30, ['2024-03-02', '2024-03-02'], ['2024-03-30', '2024-03-30'], ['2024-03-31', '2024-03-31']])
    expect(ends('weeks26')).toEqual([26, ['2023-10-02', '2023-10-08'], ['2024-03-18', '2024-03-24'], ['2024-03-25', '2024-03-31']])
    expect(ends('months12')).toEqual([12, ['2023-04-01', '2023-04-30'], ['2024-02-01', '2024-02-29'], ['2024-03-01', '2024-03-31']])
    expect(ends('years')).toEqual([4, ['2021-01-01', '2021-12-31'], ['2023-01-01', '2023-12-31'], ['2024-01-01', '2024-12-31']])
  })

  it('has no gap and no overlap, and today in its last part, on any day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...periods), anyDay, fc.integer({ min: -800_000, max: 800_000 }), (period, today, first) => {
        const spans = spansOf(period, today, first)
        expect(spans.length).toBeGreaterThan(0)
        expect(spans.length).toBeLessThanOrEqual(40)
        for (const [at, { from, to }] of spans.entries()) {
          expect(to).toBeGreaterThanOrEqual(from)
          if (at > 0) expect(from).toBe((spans[at - 1]?.to ?? NaN) + 1)
        }
        const last = spans.at(-1)
        expect(last !== undefined && last.from <= today && today <= last.to).toBe(true)
      }),
    )
  })
})
