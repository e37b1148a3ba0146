import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../spending/day'
import { periods, type Period, type Zone } from './calendar'
import { partSumsOf } from './part-sums'
import { countedFrom, paidElsewhere, totalsOf, type Payment, type Sum } from './totals'
import { zoneNamed, zones } from './zone.fixtures'

const asset = { network: 'eip155:8453', asset: '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913' } as const
const other = { network: 'eip155:84532', asset: asset.asset } as const
const utc: Zone = () => 0

const payment = (facts: Partial<Payment> & { readonly on?: string } = {}): Payment => {
  const at = facts.on === undefined ? Date.UTC(2026, 10, 29, 12) : Date.parse(`${facts.on}T12:00Z`)
  return { at, paidAt: at, host: 'harbour.example', kind: 'document', state: 'delivered', amount: 50_000n, ...asset, toOthers: 0n, refunds: [], ...facts }
}
const at = (day: string) => Date.parse(`${day}T18:00Z`)
const totals = (entries: readonly Payment[], period: Period = 'days30', now = at('2026-11-29')) => totalsOf(all(entries), asset, period, now, utc)
const all = (payments: readonly Payment[]) => ({ payments, earlier: [] })
const sum = (amount: bigint, payments: number): Sum => ({ amount, payments })

describe('what counts', () => {
  it('is what the chain has shown to be paid, delivered or not', () => {
    const { spent, held } = totals([
      payment({ amount: 1n }),
      payment({ amount: 2n, state: 'undelivered' }),
      payment({ amount: 4n, state: 'settled' }),
      payment({ amount: 8n, state: 'void', paidAt: null }),
      payment({ amount: 16n, state: 'refused', paidAt: null }),
      payment({ amount: 32n, state: 'sent', paidAt: null }),
      payment({ amount: 64n, state: 'quoted', paidAt: null }),
    ])
    expect(spent).toEqual(sum(7n, 3))
    expect(held).toEqual(sum(48n, 2))
  })

  it('is one asset at a time: others are never added to it', () => {
    const entries = [payment({ amount: 1n }), payment({ ...other, amount: 2n }), payment({ ...other, amount: 4n }), payment({ ...other, amount: 8n, paidAt: null, state: 'void' })]
    expect(totals(entries).ever).toEqual(sum(1n, 1))
    expect(paidElsewhere(all(entries), asset)).toEqual([{ ...other, ...sum(6n, 2) }])
    expect(paidElsewhere(all(entries), other)).toEqual([{ ...asset, ...sum(1n, 1) }])
  })

  it('counts today where it bears a later day: a clock was set back', () => {
    const { buckets, month } = totals([payment({ on: '2027-02-01', amount: 7n })])
    expect(buckets.at(-1)).toEqual({ from: '2026-11-29', to: '2026-11-29', unlock: 7n, tip: 0n, payments: 1, cameBack: 0n })
    expect(month.spent).toEqual(sum(7n, 1))
  })

  it('is nothing where there is nothing', () => {
    const { spent, buckets, sites, ever } = totals([], 'years')
    expect([spent, ever, sites]).toEqual([sum(0n, 0), sum(0n, 0), []])
    expect(buckets).toEqual([{ from: '2026-01-01', to: '2026-12-31', unlock: 0n, tip: 0n, payments: 0, cameBack: 0n }])
  })
})

describe('what went to others', () => {
  it('is told of what is known, and the rest is said to be unknown and not nothing', () => {
    const { toOthers, undeclared } = totals([payment({ toOthers: 500n }), payment({ toOthers: 0n }), payment({ toOthers: null, amount: 9n }), payment({ toOthers: null, amount: 1n })])
    expect(toOthers).toEqual(sum(500n, 1))
    expect(undeclared).toEqual(sum(10n, 2))
  })
})

describe('what came back', () => {
  const came = (day: string, amount: bigint) => ({ at: at(day), amount })

  it('counts on the day it came, beside what was spent, and is taken off nothing', () => {
    const entries = [payment({ on: '2026-10-30', amount: 100n, refunds: [came('2026-11-02', 60n), came('2026-11-03', 40n)] }), payment({ on: '2026-11-20', amount: 5n })]
    const { spent, kinds, sites, cameBack, buckets, month, ever } = totals(entries, 'months12')
    expect([spent, ever, kinds.unlock]).toEqual([sum(105n, 2), sum(105n, 2), sum(105n, 2)])
    expect(sites).toEqual([{ host: 'harbour.example', ...sum(105n, 2) }])
    expect(cameBack).toEqual(sum(100n, 2))
    expect(buckets.slice(-2)).toMatchObject([
      { from: '2026-10-01', unlock: 100n, payments: 1, cameBack: 0n },
      { from: '2026-11-01', unlock: 5n, payments: 1, cameBack: 100n },
    ])
    expect(month).toMatchObject({ spent: sum(5n, 1), cameBack: sum(100n, 2) })
  })

  it('for what was bought before the period counts in it, and what came before it does not', () => {
    const entries = [payment({ on: '2025-01-05', amount: 9n, refunds: [came('2025-02-01', 2n), came('2026-11-28', 3n)] })]
    expect(totals(entries)).toMatchObject({ spent: sum(0n, 0), cameBack: sum(3n, 1) })
  })

  it('counts today where it bears a later day, and in its own asset alone', () => {
    const entries = [payment({ refunds: [came('2027-03-01', 3n)] }), payment({ ...other, refunds: [came('2026-11-29', 50n)] })]
    expect(totals(entries)).toMatchObject({ cameBack: sum(3n, 1), month: { cameBack: sum(3n, 1) } })
    expect(totals(entries).buckets.at(-1)?.cameBack).toBe(3n)
  })
})

describe('sites', () => {
  it('are told the most first, by name where they are equal, and the rest together', () => {
    const entries = Array.from({ length: 11 }, (_, n) => payment({ host: `${'kjihgfedcba'.charAt(n)}.example`, amount: n < 2 ? 100n : BigInt(n) }))
    const { sites, otherSites } = totals(entries)
    expect(sites.map(({ host }) => host.charAt(0)).join('')).toBe('jkabcdef')
    expect(otherSites).toEqual({ sites: 3, ...sum(9n, 3) })
  })

  it('may be called anything', () => {
    const { sites } = totals(['__proto__', 'constructor', ''].map((host) => payment({ host })))
    expect(sites.map(({ host }) => host)).toEqual(['', '__proto__', 'constructor'])
  })
})

describe('this month against the last', () => {
  const compared = (today: string, ...days: readonly string[]) => totals(days.map((on, n) => payment({ on, amount: 10n ** BigInt(n) })), 'days30', at(today)).month

  it('is compared up to the same day, and told whole', () => {
    expect(compared('2026-11-29', '2026-10-01', '2026-10-29', '2026-10-30', '2026-11-01', '2026-09-30')).toEqual({
      first: '2026-11-01',
      spent: sum(1_000n, 1),
      cameBack: sum(0n, 0),
      before: { first: '2026-10-01', toSameDay: sum(11n, 2), whole: sum(111n, 3) },
    })
  })

  it.each(['2026-03-28', '2026-03-29', '2026-03-31'])('on %s, which February may not have, is compared with all of February', (today) => {
    expect(compared(today, '2026-02-28', '2026-02-01', '2026-01-31').before).toEqual({ first: '2026-02-01', toSameDay: sum(11n, 2), whole: sum(11n, 2) })
  })

  it('knows the 29 February', () => {
    expect(compared('2024-02-29', '2024-01-29', '2024-01-30', '2024-02-29')).toMatchObject({ spent: sum(100n, 1), before: { toSameDay: sum(1n, 1), whole: sum(11n, 2) } })
    expect(compared('2024-03-28', '2024-02-28', '2024-02-29').before).toMatchObject({ toSameDay: sum(1n, 1), whole: sum(11n, 2) })
  })
})

describe('whatever was paid, wherever the reader lives', () => {
  const anyPayment = fc.record({
    at: fc.integer({ min: Date.UTC(2022, 0, 1), max: Date.UTC(2027, 6, 1) }),
    host: fc.constantFrom(...Array.from('abcdefghijklm')),
    kind: fc.constantFrom('document' as const, 'fragment' as const, 'subresource' as const, 'tip' as const),
    isPaid: fc.boolean(),
    amount: fc.bigInt({ min: 0n, max: 10n ** 30n }),
    toOthers: fc.option(fc.bigInt({ min: 0n, max: 1_000n })),
    came: fc.array(fc.record({ after: fc.integer({ min: 0, max: 400 * 86_400_000 }), amount: fc.bigInt({ min: 0n, max: 10n ** 30n }) }), { maxLength: 2 }),
    where: fc.constantFrom(asset, other),
  })
  const anyPayments = fc.array(
    anyPayment.map(({ isPaid, where, at: begun, came, ...facts }) => payment({ ...facts, ...where, at: begun, refunds: isPaid ? came.map(({ after, amount }) => ({ at: begun + after, amount })) : [], paidAt: isPaid ? begun + 9_000 : null, state: isPaid ? 'delivered' : 'void' })),
    { maxLength: 40 },
  )
  const anyNow = fc.oneof(
    fc.integer({ min: Date.UTC(2022, 0, 1), max: Date.UTC(2027, 0, 1) }),
    // About midnight, about the ends of months, and about changes of clock.
    fc.constantFrom(...['2024-02-29', '2024-03-01', '2025-03-30', '2025-10-26', '2026-09-06', '2026-12-31', '2027-01-01'].map((day) => Date.parse(day))),
  )

  it.each(zones)('parts add up to the whole, in %s', (name) => {
    const zone = zoneNamed(name)
    const total = (parts: readonly { readonly amount: bigint; readonly payments: number }[]) => sum(parts.reduce((all, { amount }) => all + amount, 0n), parts.reduce((all, { payments }) => all + payments, 0))
    fc.assert(
      fc.property(anyPayments, fc.constantFrom(...periods), anyNow, (entries, period, now) => {
        const { spent, buckets, kinds, sites, otherSites, month, ever, cameBack } = totalsOf(all(entries), asset, period, now, zone)
        expect(total(buckets.map(({ unlock, tip, payments }) => sum(unlock + tip, payments)))).toEqual(spent)
        expect(total([kinds.unlock, kinds.tip])).toEqual(spent)
        expect(buckets.reduce((all, { tip }) => all + tip, 0n)).toBe(kinds.tip.amount)
        expect(total([...sites, otherSites])).toEqual(spent)
        // Counted again, by names of days alone.
        const today = dayOf(now, zone(now))
        const days = entries.filter((entry) => entry.paidAt !== null && entry.network === asset.network).map((entry) => ({ ...entry, day: dayOf(entry.at, zone(entry.at)) }))
        const told = days.map((entry) => (entry.day > today ? { ...entry, day: today } : entry))
        for (const { from, to, unlock, tip } of buckets) {
          expect(unlock + tip).toBe(told.filter(({ day }) => day >= from && day <= to).reduce((all, { amount }) => all + amount, 0n))
        }
        const back = told.flatMap(({ refunds }) => refunds.map((refund) => ({ ...refund, day: dayOf(refund.at, zone(refund.at)) }))).map((refund) => (refund.day > today ? { ...refund, day: today } : refund))
        for (const { from, to, cameBack: there } of buckets) expect(there).toBe(back.filter(({ day }) => day >= from && day <= to).reduce((all, { amount }) => all + amount, 0n))
        expect(buckets.reduce((all, { cameBack: there }) => all + there, 0n)).toBe(cameBack.amount)
        expect(month.cameBack.amount).toBe(back.filter(({ day }) => day.startsWith(today.slice(0, 7))).reduce((all, { amount }) => all + amount, 0n))
        if (period === 'years') expect(cameBack).toEqual(sum(back.reduce((all, { amount }) => all + amount, 0n), back.length))
        expect(month.spent.amount).toBe(told.filter(({ day }) => day.startsWith(today.slice(0, 7))).reduce((all, { amount }) => all + amount, 0n))
        expect(ever.amount).toBe(told.reduce((all, { amount }) => all + amount, 0n))
        if (period === 'years') expect(spent).toEqual(ever)
      }),
      { numRuns: 40 },
    )
  })

  it.each(zones)('sums of what is earlier tell as much as its payments, in %s', (name) => {
    const zone = zoneNamed(name)
    fc.assert(
      fc.property(anyPayments, fc.nat(8), fc.constantFrom(...periods), anyNow, (entries, size, period, now) => {
        const parts = Array.from({ length: Math.ceil(entries.length / (size + 1)) }, (_, at) => entries.slice(at * (size + 1), (at + 1) * (size + 1)))
        const isEarlier = (part: readonly Payment[]) => (partSumsOf(part).latest ?? -Infinity) < countedFrom(period, now, zone)
        const toCount = { payments: parts.filter((part) => !isEarlier(part)).flat(), earlier: parts.filter(isEarlier).map(partSumsOf) }
        expect(totalsOf(toCount, asset, period, now, zone)).toEqual(totalsOf(all(entries), asset, period, now, zone))
        expect(paidElsewhere(toCount, asset)).toEqual(paidElsewhere(all(entries), asset))
      }),
      { numRuns: 40 },
    )
  })
})
