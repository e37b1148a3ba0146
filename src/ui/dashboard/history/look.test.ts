import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliveryKinds } from '../../../core/purchase/purchase'
import { everything, questionOf, readAmount, readDay, readLook, sorts, standings, stretches, writeLook, type Look } from './look'

const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const days = fc.record({ from: orNull(day), to: orNull(day) }).filter(({ from, to }) => from !== null || to !== null)
const looks: fc.Arbitrary<Look> = fc.record({
  text: fc.string({ unit: 'grapheme', maxLength: 40 }),
  period: orNull(fc.oneof(fc.constantFrom(...stretches), days)),
  site: orNull(fc.webUrl().map((url) => new URL(url).host)),
  standing: orNull(fc.constantFrom(...standings)),
  kind: orNull(fc.constantFrom(...deliveryKinds)),
  tag: orNull(fc.string({ minLength: 1, maxLength: 10 })),
  least: orNull(fc.bigInt(0n, 10n ** 14n)),
  most: orNull(fc.bigInt(0n, 10n ** 14n)),
  sort: fc.constantFrom(...sorts),
})

describe('a look in the address', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(looks, (look) => {
        expect(readLook(writeLook(look))).toEqual(look)
      }),
    )
  })

  it('holds nothing that the reader said, and no site', () => {
    expect(writeLook({ ...everything, text: 'lübeck', tag: 'birds', site: 'harbour.example', sort: 'oldest' })).toMatch(/^said=[0-9a-f]{8}&sort=oldest$/)
  })

  it('is nothing where nothing is asked for', () => {
    expect(writeLook(everything)).toBe('')
    expect(readLook('')).toEqual(everything)
  })

  it.each([
    'when=tomorrow&state=stolen&kind=gift&sort=random&least=-1&most=1e9&from=2026-13-40&to=now',
    'when=__proto__&state=constructor',
    'q=bread&tag=work&said=nobody&site=harbour.example',
    'said=&site=&least=&most=',
    '%',
    '&&&==',
  ])('is not led astray by %j', (query) => {
    expect(writeLook(readLook(query))).toBe(query.startsWith('%') ? writeLook(readLook(query)) : '')
  })

  it('takes no more than can be asked', () => {
    expect(readLook(writeLook({ ...everything, text: 'a'.repeat(900) })).text).toHaveLength(200)
  })
})

describe('an amount', () => {
  it.each([
    ['0.05', 50_000n],
    ['1,50', 1_500_000n],
    [' $2 ', 2_000_000n],
    ['0.000001', 1n],
    ['0', 0n],
    ['', null],
    ['.5', null],
    ['1.0000001', null],
    ['1 000', null],
    ['-1', null],
    ['1e3', null],
    ['9'.repeat(10), null],
  ])('as it is typed: %j', (text, atomic) => expect(readAmount(text)).toBe(atomic))
})

describe('a question', () => {
  const now = new Date(2026, 0, 15, 12).getTime()
  const asked = (period: Look['period']) => {
    const { from, to } = questionOf({ ...everything, period }, now)
    return [from, to].map((at) => (at === null ? null : new Date(at)))
  }

  it('has months and years as the reader’s clock begins them, also around New Year', () => {
    expect(asked('this-month')).toEqual([new Date(2026, 0), new Date(2026, 1)])
    expect(asked('last-month')).toEqual([new Date(2025, 11), new Date(2026, 0)])
    expect(asked('this-year')).toEqual([new Date(2026, 0), new Date(2027, 0)])
    expect(asked('last-year')).toEqual([new Date(2025, 0), new Date(2026, 0)])
  })

  it('has the last day of a period in it, however long it is', () => {
    expect(asked({ from: '2026-03-28', to: '2026-03-29' })).toEqual([new Date(2026, 2, 28), new Date(2026, 2, 30)])
    expect(asked({ from: null, to: '2026-12-31' })).toEqual([null, new Date(2027, 0, 1)])
  })

  it('has every state in one of the four a reader tells apart, and in one only', () => {
    const all = standings.flatMap((standing) => questionOf({ ...everything, standing }, now).states)
    expect(new Set(all).size).toBe(10)
    expect(all).toHaveLength(10)
  })

  it('for what came back asks for no state: what was paid, whatever became of it', () => {
    expect(questionOf({ ...everything, standing: 'refunded' }, now)).toMatchObject({ states: [], refunded: true })
    expect(questionOf(everything, now)).toMatchObject({ refunded: false })
  })

  it('never has a day the calendar has not', () => {
    expect(readDay('2026-02-31')).toBeNull()
    expect(readDay('2026-02-28')).toBe('2026-02-28')
  })
})
