import type { MoneyView, SumView, TotalsView } from '../../../messaging/views'
import { writeCount } from './calendar-words'
import { words } from './words'

/** Amounts of one token added to, or taken from, each other. Exact. */
export const add = (one: MoneyView, other: MoneyView): MoneyView => ({ ...one, atomic: (BigInt(one.atomic) + BigInt(other.atomic)).toString() })
export const difference = (one: MoneyView, other: MoneyView): bigint => BigInt(one.atomic) - BigInt(other.atomic)
export const isNothing = ({ atomic }: MoneyView): boolean => atomic === '0'

/** What was spent in one part of a period. */
export const spentIn = ({ unlock, tip }: TotalsView['buckets'][number]): MoneyView => add(unlock, tip)

/** What stayed with the creators of all whose fees are known; null where what is said cannot be. */
export function toCreators({ spent, toOthers, undeclared }: Pick<TotalsView, 'spent' | 'toOthers' | 'undeclared'>): MoneyView | null {
  const atomic = BigInt(spent.money.atomic) - BigInt(toOthers.money.atomic) - BigInt(undeclared.money.atomic)
  return atomic < 0n ? null : { ...spent.money, atomic: atomic.toString() }
}

/** The largest; the last of equal ones. Null where there is none. */
export function largest<T>(items: readonly T[], money: (item: T) => MoneyView): T | null {
  return items.reduce<T | null>((best, item) => (best === null || difference(money(item), money(best)) >= 0n ? item : best), null)
}

/** "2 refunds". */
export const ofRefunds = ({ payments }: Pick<SumView, 'payments'>): string => words.refunds(writeCount(payments), payments === 1)

/** "12 payments". */
export const ofPayments = ({ payments }: Pick<SumView, 'payments'>): string => words.payments(writeCount(payments), payments === 1)
