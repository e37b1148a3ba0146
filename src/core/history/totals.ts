import type { Day } from '../spending/day'
import { holdsBack, isSameAsset, type Asset } from '../spending/reserved'
import { beginningOf, dayNumberAt, monthAround, nameOfDay, spansOf, type DayNumber, type Period, type Span, type Zone } from './calendar'
import type { HistoryEntry } from './entry'
import { isPaid, sumOf, together, type PartSums } from './part-sums'

/** What is counted of a payment. It counts on the day it was begun on, as in the limits. */
export type Payment = Pick<HistoryEntry, 'at' | 'paidAt' | 'host' | 'kind' | 'state' | 'amount' | 'network' | 'asset' | 'toOthers' | 'refunds'>

/** What money is spent on. */
export type Kind = 'unlock' | 'tip'

/** Atomic units, and of how many payments. */
export interface Sum {
  readonly amount: bigint
  readonly payments: number
}

export interface Bucket extends Record<Kind, bigint> {
  readonly from: Day
  readonly to: Day
  readonly payments: number
  /** What came back in that time; no part of what was spent. */
  readonly cameBack: bigint
}

export interface SiteSum extends Sum {
  readonly host: string
}

/** Where the money of one asset went. Everything but month, held and ever is about the period alone. */
export interface Totals {
  readonly spent: Sum
  /** Oldest first, without gaps; together they are `spent`. */
  readonly buckets: readonly Bucket[]
  readonly kinds: Readonly<Record<Kind, Sum>>
  /** The most first. With `otherSites` they are `spent`. */
  readonly sites: readonly SiteSum[]
  readonly otherSites: Sum & { readonly sites: number }
  /** What came back in the period, by the day it came, and in how many transfers: never taken off what was spent. */
  readonly cameBack: Sum
  /** What is known to have gone to others than the creators, and of how many payments. */
  readonly toOthers: Sum
  /** Payments of which nobody says that: all of their amounts, and never counted as nothing. */
  readonly undeclared: Sum
  readonly month: MonthsCompared
  readonly held: Sum
  readonly ever: Sum
}

/** A month so far, and the one before it: up to the same day of the month, and whole. */
export interface MonthsCompared {
  readonly first: Day
  readonly spent: Sum
  readonly cameBack: Sum
  readonly before: { readonly first: Day; readonly toSameDay: Sum; readonly whole: Sum }
}

/** Sites that are told one by one. */
const mostSites = 8

/** Payments that are counted one by one, and the sums of those in which nothing is as late as what they are counted for. */
export interface ToCount {
  readonly payments: readonly Payment[]
  readonly earlier: readonly PartSums[]
}

/**
 * From when on payments have to be counted one by one for a period, and for the months that are compared; of what is earlier, sums
 * are enough. Milliseconds since 1970.
 * @param now milliseconds since 1970
 */
export function countedFrom(period: Period, now: number, zone: Zone): number {
  // Years begin with the first payment there is.
  if (period === 'years') return -Infinity
  const today = dayNumberAt(now, zone)
  const first = spansOf(period, today, today).reduce((earliest, { from }) => Math.min(earliest, from), monthAround(today, -1).from)
  return beginningOf(first)
}

/**
 * Counts payments of one asset; others are left out, because amounts of two assets have no sum.
 * What bears a later day than today, because a clock was set back, counts today.
 * @param now milliseconds since 1970
 */
export function totalsOf({ payments, earlier }: ToCount, asset: Asset, period: Period, now: number, zone: Zone): Totals {
  const today = dayNumberAt(now, zone)
  const here = payments.filter((entry) => isSameAsset(entry, asset))
  const before = earlier.flatMap(({ assets }) => assets.filter((one) => isSameAsset(one, asset)))
  const paid = here.filter(isPaid)
  const first = [...paid.map(({ at }) => at), ...before.map(({ earliest }) => earliest ?? now)].reduce((earliest, at) => Math.min(earliest, at), now)
  const counts = new PeriodCounts(spansOf(period, today, dayNumberAt(first, zone)))
  const months = new MonthCounts(today)
  for (const entry of paid) {
    const day = Math.min(dayNumberAt(entry.at, zone), today)
    counts.add(entry, day)
    months.add(entry, day)
    for (const refund of entry.refunds) {
      const came = Math.min(dayNumberAt(refund.at, zone), today)
      counts.addBack(refund.amount, came)
      months.addBack(refund.amount, came)
    }
  }
  const held = sumOf(here.filter(({ state }) => holdsBack(state)))
  return { ...counts.totals(), month: months.compared(), held: together([held, ...before.map((sums) => sums.held)]), ever: together([sumOf(paid), ...before.map((sums) => sums.paid)]) }
}

/** What was ever paid in each other asset: the most payments first. */
export function paidElsewhere({ payments, earlier }: ToCount, asset: Asset): readonly (Asset & Sum)[] {
  const paid = payments.filter(isPaid).map((payment) => ({ ...payment, payments: 1 }))
  const before = earlier.flatMap(({ assets }) => assets.map((one) => ({ ...one, ...one.paid })))
  const sums = new Map<string, Asset & Sum>()
  for (const one of [...paid, ...before]) {
    if (isSameAsset(one, asset) || one.payments === 0) continue
    const { network, asset: token } = one
    const key = `${network} ${token}`
    sums.set(key, { network, asset: token, ...together([sums.get(key) ?? { amount: 0n, payments: 0 }, one]) })
  }
  return [...sums.values()].sort((a, b) => b.payments - a.payments)
}

/** A sum that is being made: a hundred thousand payments are gone through once. */
class Tally implements Sum {
  amount = 0n
  payments = 0

  add(amount: bigint): void {
    this.amount += amount
    this.payments++
  }

  sum(): Sum {
    return { amount: this.amount, payments: this.payments }
  }
}

/** What is counted of a period. */
class PeriodCounts {
  readonly #spans: readonly Span[]
  readonly #buckets: readonly Record<Kind | 'back', Tally>[]
  readonly #kinds = { unlock: new Tally(), tip: new Tally() }
  readonly #sites = new Map<string, Tally>()
  readonly #toOthers = new Tally()
  readonly #undeclared = new Tally()
  readonly #spent = new Tally()
  readonly #cameBack = new Tally()

  constructor(spans: readonly Span[]) {
    this.#spans = spans
    this.#buckets = spans.map(() => ({ unlock: new Tally(), tip: new Tally(), back: new Tally() }))
  }

  add({ kind, host, amount, toOthers }: Payment, day: DayNumber): void {
    const bucket = this.#bucketOf(day)
    if (bucket === undefined) return
    const what = kind === 'tip' ? 'tip' : 'unlock'
    bucket[what].add(amount)
    this.#kinds[what].add(amount)
    this.#spent.add(amount)
    this.#site(host).add(amount)
    if (toOthers === null) this.#undeclared.add(amount)
    else if (toOthers !== 0n) this.#toOthers.add(toOthers)
  }

  addBack(amount: bigint, day: DayNumber): void {
    const bucket = this.#bucketOf(day)
    if (bucket === undefined) return
    bucket.back.add(amount)
    this.#cameBack.add(amount)
  }

  totals(): Omit<Totals, 'month' | 'held' | 'ever'> {
    const sites = Array.from(this.#sites, ([host, tally]): SiteSum => ({ host, ...tally.sum() })).sort(byAmount)
    const others = new Tally()
    for (const { amount, payments } of sites.slice(mostSites)) {
      others.amount += amount
      others.payments += payments
    }
    return {
      spent: this.#spent.sum(),
      buckets: this.#spans.flatMap(({ from, to }, at) => {
        const bucket = this.#buckets[at]
        if (bucket === undefined) return []
        const { unlock, tip, back } = bucket
        return [{ from: nameOfDay(from), to: nameOfDay(to), unlock: unlock.amount, tip: tip.amount, payments: unlock.payments + tip.payments, cameBack: back.amount }]
      }),
      kinds: { unlock: this.#kinds.unlock.sum(), tip: this.#kinds.tip.sum() },
      sites: sites.slice(0, mostSites),
      otherSites: { sites: Math.max(sites.length - mostSites, 0), ...others.sum() },
      cameBack: this.#cameBack.sum(),
      toOthers: this.#toOthers.sum(),
      undeclared: this.#undeclared.sum(),
    }
  }

  #bucketOf(day: DayNumber) {
    return this.#buckets[this.#spans.findLastIndex(({ from }) => from <= day)]
  }

  #site(host: string): Tally {
    const known = this.#sites.get(host)
    if (known !== undefined) return known
    const tally = new Tally()
    this.#sites.set(host, tally)
    return tally
  }
}

function byAmount(one: SiteSum, other: SiteSum): number {
  if (one.amount !== other.amount) return one.amount > other.amount ? -1 : 1
  return one.host < other.host ? -1 : 1
}

/** What is counted of this month and the last. */
class MonthCounts {
  readonly #current: Span
  readonly #last: Span
  /** A last month that is shorter has no 31st: then all of it is compared. */
  readonly #sameDay: DayNumber
  readonly #spent = new Tally()
  readonly #cameBack = new Tally()
  readonly #toSameDay = new Tally()
  readonly #whole = new Tally()

  constructor(today: DayNumber) {
    this.#current = monthAround(today)
    this.#last = monthAround(today, -1)
    this.#sameDay = Math.min(this.#last.from + (today - this.#current.from), this.#last.to)
  }

  add({ amount }: Payment, day: DayNumber): void {
    if (day >= this.#current.from) this.#spent.add(amount)
    else if (day >= this.#last.from) {
      this.#whole.add(amount)
      if (day <= this.#sameDay) this.#toSameDay.add(amount)
    }
  }

  addBack(amount: bigint, day: DayNumber): void {
    if (day >= this.#current.from) this.#cameBack.add(amount)
  }

  compared(): MonthsCompared {
    const before = { first: nameOfDay(this.#last.from), toSameDay: this.#toSameDay.sum(), whole: this.#whole.sum() }
    return { first: nameOfDay(this.#current.from), spent: this.#spent.sum(), cameBack: this.#cameBack.sum(), before }
  }
}
