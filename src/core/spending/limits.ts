import { shippedParameters, type Parameters } from '../policy/parameters'

/** What the reader allows at most, in atomic units of a dollar token. Tips have limits of their own, and count in `day` and `month` as well. */
export interface Limits {
  /** One purchase. */
  readonly payment: bigint
  /** Purchases on one site in a day. */
  readonly siteDay: bigint
  /** One tip. */
  readonly tip: bigint
  /** Tips in a day. */
  readonly tipDay: bigint
  /** Purchases and tips in a day, and in a month. */
  readonly day: bigint
  readonly month: bigint
}

export type LimitName = keyof Limits

const cent = 10_000n

/** Where the reader has set none: as a signed policy says. */
export function limitsBy(by: Parameters): Limits {
  const sum = (name: `limit.${string}` & keyof Parameters): bigint => BigInt(by[name]) * cent
  return {
    payment: sum('limit.payment'),
    siteDay: sum('limit.site-day'),
    tip: sum('limit.tip'),
    tipDay: sum('limit.tip-day'),
    day: sum('limit.day'),
    month: sum('limit.month'),
  }
}

/** On from the start, and low: $2 a payment, $3 a site and day, $5 a day, $30 a month; $2 a tip, $5 of tips a day. */
export const defaultLimits: Limits = limitsBy(shippedParameters)

export const limitNames = Object.keys(defaultLimits) as readonly LimitName[]

/** What counts already, held back or paid, in atomic units. */
export interface Used {
  readonly siteDay: bigint
  readonly tipDay: bigint
  readonly day: bigint
  readonly month: bigint
}

/** The limit that a payment would go over, how high it is, and how much more there was room for: less than its price, never below zero. */
export interface OverLimit {
  readonly limit: LimitName
  readonly most: bigint
  readonly left: bigint
}

/** Limits that fill up with what is spent, the narrowest first. */
const filling = {
  purchase: ['siteDay', 'day', 'month'],
  tip: ['tipDay', 'day', 'month'],
} as const satisfies Record<string, readonly (keyof Used)[]>
const single = { purchase: 'payment', tip: 'tip' } as const satisfies Record<keyof typeof filling, LimitName>

/** Tips and purchases are different things, here as everywhere. */
export type SpendingKind = keyof typeof filling

/**
 * Null when a payment of `amount` atomic units stays within every limit; else the first that it would go over. What a single
 * payment may cost comes first: no waiting helps there.
 */
export function overLimit(limits: Limits, used: Used, amount: bigint, kind: SpendingKind): OverLimit | null {
  for (const limit of [single[kind], ...filling[kind]]) {
    const left = leftOf(limits, used, limit)
    if (amount > left) return { limit, most: limits[limit], left }
  }
  return null
}

/** Of the limits that fill up with what is spent, the one that leaves least. */
export function tightest(limits: Limits, used: Used, kind: SpendingKind): OverLimit {
  const all = filling[kind].map((limit) => ({ limit, most: limits[limit], left: leftOf(limits, used, limit) }))
  return all.reduce((least, one) => (one.left < least.left ? one : least))
}

/** Atomic units that a limit leaves. Never below zero: limits may be lowered below what was spent. */
export function leftOf(limits: Limits, used: Used, limit: LimitName): bigint {
  const left = limits[limit] - (limit === 'payment' || limit === 'tip' ? 0n : used[limit])
  return left > 0n ? left : 0n
}
