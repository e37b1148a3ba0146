import type { Day } from '../spending/day'
import { holdsBack, isSameAsset, type Asset } from '../spending/reserved'
import { dayNumberAt, monthAround, nameOfDay, spansOf, type DayNumber, type Period, type Span, type Zone } from './calendar'
import type { HistoryEntry } from './entry'

/** What is counted of a payment. It counts on the day it was begun on, as in the limits. */
export type Payment = Pick<HistoryEntry, 'at' | 'paidAt' | 'host' | 'kind' | 'state' | 'amount' | 'network' | 'asset' | 'toOthers'>

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
  readonly before: { readonly first: Day; readonly toSameDay: Sum; readonly whole: Sum }
}

/** Sites that are told one by one. */
const mostSites = 8

/**
 * Counts payments of one asset; others are left out, because amounts of two assets have no sum.
 * What bears a later day than today, because a clock was set back, counts today.
 * @param now milliseconds since 1970
 */
export function totalsOf(entries: Iterable<Payment>, asset: Asset, period: Period, now: number, zone: Zone): Totals {
  const today = dayNumberAt(now, zone)
  const here = [...entries].filter((entry) => isSameAsset(entry, asset))
  const paid = here.filter(isPaid).map((entry) => ({ entry, day: Math.min(dayNumberAt(entry.at, zone), today) }))
  const first = paid.reduce((earliest, { day }) => Math.min(earliest, day), today)
  const spans = spansOf(period, today, first)
  const inPeriod = paid.flatMap(({ entry, day }) => {
    const span = spanAt(spans, day)
    return span < 0 ? [] : [{ entry, span }]
  })
  const counted = inPeriod.map(({ entry }) => entry)
  return {
    spent: sumOf(counted),
    buckets: bucketsOf(spans, inPeriod),
    kinds: { unlock: sumOf(counted.filter((entry) => kindOf(entry) === 'unlock')), tip: sumOf(counted.filter((entry) => kindOf(entry) === 'tip')) },
    ...bySite(counted),
    toOthers: toOthersOf(counted),
    undeclared: sumOf(counted.filter(({ toOthers }) => toOthers === null)),
    month: compareMonths(paid, today),
    held: sumOf(here.filter(({ state }) => holdsBack(state))),
    ever: sumOf(here.filter(isPaid)),
  }
}

/** What was ever paid in each other asset: the most payments first. */
export function paidElsewhere(entries: Iterable<Payment>, asset: Asset): readonly (Asset & Sum)[] {
  const sums = new Map<string, Asset & Sum>()
  for (const entry of entries) {
    if (!isPaid(entry) || isSameAsset(entry, asset)) continue
    const { network, asset: token, amount } = entry
    const key = `${network} ${token}`
    const before = sums.get(key) ?? { network, asset: token, amount: 0n, payments: 0 }
    sums.set(key, { ...before, amount: before.amount + amount, payments: before.payments + 1 })
  }
  return [...sums.values()].sort((a, b) => b.payments - a.payments)
}

/** Void and refused payments are not: only the chain says that money moved. */
const isPaid = ({ paidAt }: Payment): boolean => paidAt !== null

const kindOf = ({ kind }: Payment): Kind => (kind === 'tip' ? 'tip' : 'unlock')

/** The place of a day among spans without gaps; -1 before the first. */
function spanAt(spans: readonly Span[], day: DayNumber): number {
  return spans.findLastIndex(({ from }) => from <= day)
}

const sumOf = (entries: readonly Payment[]): Sum => ({ amount: entries.reduce((sum, { amount }) => sum + amount, 0n), payments: entries.length })

function toOthersOf(entries: readonly Payment[]): Sum {
  const parts = entries.map(({ toOthers }) => toOthers ?? 0n).filter((part) => part !== 0n)
  return { amount: parts.reduce((sum, part) => sum + part, 0n), payments: parts.length }
}

function bucketsOf(spans: readonly Span[], paid: readonly { readonly entry: Payment; readonly span: number }[]): readonly Bucket[] {
  const sums = spans.map(({ from, to }) => ({ from: nameOfDay(from), to: nameOfDay(to), unlock: 0n, tip: 0n, payments: 0 }))
  for (const { entry, span } of paid) {
    const bucket = sums[span]
    if (bucket === undefined) continue
    bucket[kindOf(entry)] += entry.amount
    bucket.payments++
  }
  return sums
}

function bySite(entries: readonly Payment[]): Pick<Totals, 'sites' | 'otherSites'> {
  const sums = new Map<string, { amount: bigint; payments: number }>()
  for (const { host, amount } of entries) {
    const sum = sums.get(host) ?? { amount: 0n, payments: 0 }
    sum.amount += amount
    sum.payments++
    sums.set(host, sum)
  }
  const all = Array.from(sums, ([host, sum]): SiteSum => ({ host, ...sum })).sort(byAmount)
  const rest = all.slice(mostSites)
  const otherSites = {
    sites: rest.length,
    amount: rest.reduce((sum, { amount }) => sum + amount, 0n),
    payments: rest.reduce((sum, { payments }) => sum + payments, 0),
  }
  return { sites: all.slice(0, mostSites), otherSites }
}

function byAmount(one: SiteSum, other: SiteSum): number {
  if (one.amount !== other.amount) return one.amount > other.amount ? -1 : 1
  return one.host < other.host ? -1 : 1
}

/** A month that is shorter has no 31st: then all of it is compared. */
function compareMonths(paid: readonly { readonly entry: Payment; readonly day: DayNumber }[], today: DayNumber): MonthsCompared {
  const current = monthAround(today)
  const last = monthAround(today, -1)
  const sameDay = Math.min(last.from + (today - current.from), last.to)
  const between = (from: DayNumber, to: DayNumber): Sum => sumOf(paid.filter(({ day }) => day >= from && day <= to).map(({ entry }) => entry))
  return {
    first: nameOfDay(current.from),
    spent: between(current.from, today),
    before: { first: nameOfDay(last.from), toSameDay: between(last.from, sameDay), whole: between(last.from, last.to) },
  }
}
