import type { DeliveryKind, PurchaseState } from '../../../core/purchase/purchase'
import { deliveryKinds } from '../../../core/purchase/purchase'
import { toDecimal } from '../../../core/money'
import { dayPattern, type Day } from '../../../core/spending/day'
import type { Input } from '../../../messaging/contract'
import { nameOf, saidAs } from './said'

/** Stretches of time that move along with the calendar. */
export const stretches = ['this-month', 'last-month', 'this-year', 'last-year'] as const
export type Stretch = (typeof stretches)[number]

/** Days are the reader's own, both included. */
export type Period = Stretch | { readonly from: Day | null; readonly to: Day | null }

/** States as a reader tells them apart. */
export const standings = ['paid', 'undelivered', 'under-way', 'not-charged', 'refunded'] as const
export type Standing = (typeof standings)[number]

const statesOf: Record<Standing, readonly PurchaseState[]> = {
  paid: ['settled', 'delivered'],
  undelivered: ['undelivered'],
  'under-way': ['quoted', 'reserved', 'signed', 'sent', 'refused', 'unknown'],
  'not-charged': ['void'],
  // What came back was paid, whatever became of it.
  refunded: [],
}

export const sorts = ['newest', 'oldest', 'dearest', 'cheapest', 'site', 'title'] as const
export type Sort = (typeof sorts)[number]

export const longestSearch = 200

/** Every token that is paid with has as many places. */
const places = 6

/** What the reader looks for in the history. Null asks for nothing in particular. */
export interface Look {
  readonly text: string
  readonly period: Period | null
  readonly site: string | null
  readonly standing: Standing | null
  readonly kind: DeliveryKind | null
  readonly tag: string | null
  /** Atomic units, both included. */
  readonly least: bigint | null
  readonly most: bigint | null
  readonly sort: Sort
}

export const everything: Look = { text: '', period: null, site: null, standing: null, kind: null, tag: null, least: null, most: null, sort: 'newest' }

/** A look as part of an address: only what is asked for, and under a name what the reader said themselves and whom they paid. */
export function writeLook(look: Look): string {
  const query = new URLSearchParams()
  const put = (name: string, value: string | null): void => {
    if (value !== null && value !== '') query.set(name, value)
  }
  put('said', nameOf(look))
  if (typeof look.period === 'string') put('when', look.period)
  else {
    put('from', look.period?.from ?? null)
    put('to', look.period?.to ?? null)
  }
  put('state', look.standing)
  put('kind', look.kind)
  put('least', look.least === null ? null : toDecimal(look.least, places))
  put('most', look.most === null ? null : toDecimal(look.most, places))
  put('sort', look.sort === everything.sort ? null : look.sort)
  return query.toString()
}

/** Reads such a part of an address, which may have been written by anybody: what cannot be meant is left out. */
export function readLook(text: string): Look {
  const query = new URLSearchParams(text)
  const one = <V extends string>(name: string, values: readonly V[]): V | null => values.find((value) => value === query.get(name)) ?? null
  const said = saidAs(query.get('said'))
  return {
    period: one('when', stretches) ?? ownDays(query.get('from'), query.get('to')),
    site: said.site,
    standing: one('state', standings),
    kind: one('kind', deliveryKinds),
    text: said.text.slice(0, longestSearch),
    tag: said.tag,
    least: readAmount(query.get('least') ?? ''),
    most: readAmount(query.get('most') ?? ''),
    sort: one('sort', sorts) ?? everything.sort,
  }
}

function ownDays(from: string | null, to: string | null): Period | null {
  const period = { from: readDay(from), to: readDay(to) }
  return period.from === null && period.to === null ? null : period
}

/** A day that the calendar has, or null. */
export function readDay(text: string | null): Day | null {
  if (text === null || !dayPattern.test(text)) return null
  const at = Date.parse(text)
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text) ? text : null
}

/** Dollars as a reader types them ("0.05", "1,50"), in atomic units; null for anything else. */
export function readAmount(text: string): bigint | null {
  const parts = /^\s*\$?([0-9]{1,9})(?:[.,]([0-9]{1,6}))?\s*$/.exec(text)
  return parts === null ? null : BigInt((parts[1] ?? '') + (parts[2] ?? '').padEnd(places, '0'))
}

export const writeAmount = (atomic: bigint): string => toDecimal(atomic, places)

/** Everything but the window. */
export type Question = Required<Omit<Input<'history.search'>, 'offset' | 'limit'>>

/** A look as the worker is asked. @param now milliseconds since 1970: months begin by the reader's own clock */
export function questionOf(look: Look, now: number): Question {
  return {
    text: look.text,
    ...bounds(look.period, new Date(now)),
    hosts: look.site === null ? [] : [look.site],
    states: look.standing === null ? [] : [...statesOf[look.standing]],
    kinds: look.kind === null ? [] : [look.kind],
    tags: look.tag === null ? [] : [look.tag],
    refunded: look.standing === 'refunded',
    least: look.least?.toString() ?? null,
    most: look.most?.toString() ?? null,
    sort: look.sort,
  }
}

interface Bounds {
  /** Milliseconds since 1970: included, and not included. */
  readonly from: number | null
  readonly to: number | null
}

function bounds(period: Period | null, now: Date): Bounds {
  if (period === null) return { from: null, to: null }
  if (typeof period !== 'string') return { from: startOf(period.from, 0), to: startOf(period.to, 1) }
  const [year, month] = [now.getFullYear(), now.getMonth()]
  const between = (from: Date, to: Date): Bounds => ({ from: from.getTime(), to: to.getTime() })
  switch (period) {
    case 'this-month':
      return between(new Date(year, month), new Date(year, month + 1))
    case 'last-month':
      return between(new Date(year, month - 1), new Date(year, month))
    case 'this-year':
      return boundsOfYear(year)
    case 'last-year':
      return boundsOfYear(year - 1)
  }
}

/** A year by the reader's own clock. */
export const boundsOfYear = (year: number): Bounds => ({ from: new Date(year, 0).getTime(), to: new Date(year + 1, 0).getTime() })

/** When a day of the reader's begins. @param later so many days after it */
function startOf(day: Day | null, later: number): number | null {
  if (day === null) return null
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).getTime()
}
