import type { Purchase } from '../purchase/purchase'
import type { Worth } from '../receipt'
import { canonicalResource } from '../purchase/identity'
import { fileBy } from './deadlines'
import type { Problem } from './problem'
import type { SaleTerms } from './sale-terms'

/** What the wallet knows that bears on a problem. */
export type Fact =
  | 'paid'
  | 'not-paid'
  | 'maybe-paid'
  | 'arrived'
  | 'never-arrived'
  /** Atomic units: less than what was taken. */
  | { readonly kind: 'signed-less'; readonly signed: bigint }
  | 'price-as-signed'
  | 'price-unsigned'
  | 'receipt-signed'
  | 'no-receipt'
  | 'payee-as-shown'
  | 'twice'
  | 'not-twice'

export type Help = 'retry' | 'not-charged' | 'duplicates' | 'refunded' | 'dispute' | 'secure'

/** Why nothing can be asked of a seller. 'not-known': what was signed may still be taken, or be void by itself. */
export type Hindrance = 'not-paid' | 'not-known' | 'too-late' | 'refunded' | 'under-way'

/** What is known of a payment beside the purchase itself. */
export interface Circumstances {
  /** Every other purchase of this wallet that paid the same payee. */
  readonly others: readonly Purchase[]
  /** The price that whoever was paid has signed, atomic units; null where they signed none. */
  readonly signedPrice: bigint | null
  readonly receipt: Worth
  readonly terms: SaleTerms | null
  /** Atomic units that have come back already. */
  readonly refunded: bigint
  /** A dispute about it that is not over. */
  readonly isDisputed: boolean
  /** Milliseconds since 1970. */
  readonly now: number
}

export interface Assessment {
  readonly facts: readonly Fact[]
  readonly helps: readonly Help[]
  /** Purchases that look like the same sale. */
  readonly duplicates: readonly Purchase[]
  readonly hindrance: Hindrance | null
  /** Atomic units: the most that can be asked, and what is proposed. */
  readonly most: bigint
  readonly proposed: bigint
  /** Milliseconds since 1970; null where nothing was paid. */
  readonly until: number | null
}

/** What the wallet knows of a problem with a purchase, and what there is to do: first what helps at once. */
export function assess(purchase: Purchase, problem: Problem, around: Circumstances): Assessment {
  const duplicates = duplicatesOf(purchase, around.others)
  const until = purchase.settlement === null ? null : fileBy(purchase.settlement.at, around.terms)
  const most = purchase.terms.amount > around.refunded ? purchase.terms.amount - around.refunded : 0n
  return {
    facts: [moneyFact(purchase), ...factsAbout(purchase, problem, around, duplicates)],
    helps: helpsFor(purchase, problem, around, duplicates),
    duplicates: problem === 'charged-twice' ? duplicates : [],
    hindrance: hindranceOf(purchase, around, until),
    most,
    proposed: proposed(problem, around, most),
    until,
  }
}

function moneyFact({ settlement, state, signed }: Purchase): Fact {
  if (settlement !== null) return 'paid'
  return state === 'void' || signed === null ? 'not-paid' : 'maybe-paid'
}

function factsAbout(purchase: Purchase, problem: Problem, { signedPrice, receipt }: Circumstances, duplicates: readonly Purchase[]): readonly Fact[] {
  switch (problem) {
    case 'not-delivered':
      return [purchase.deliveredAt === null ? 'never-arrived' : 'arrived', receiptFact(receipt)]
    case 'charged-twice':
      return [duplicates.length > 0 ? 'twice' : 'not-twice']
    case 'wrong-price':
      return [priceFact(purchase, signedPrice)]
    case 'wrong-payee':
      return ['payee-as-shown', priceFact(purchase, signedPrice)]
    case 'not-as-described':
    case 'withdrawal':
      return [purchase.deliveredAt === null ? 'never-arrived' : 'arrived']
    case 'not-me':
      return [receiptFact(receipt)]
  }
}

const receiptFact = (receipt: Worth): Fact => (receipt === 'seller' ? 'receipt-signed' : 'no-receipt')

function priceFact({ terms }: Purchase, signedPrice: bigint | null): Fact {
  if (signedPrice === null) return 'price-unsigned'
  return signedPrice < terms.amount ? { kind: 'signed-less', signed: signedPrice } : 'price-as-signed'
}

function helpsFor(purchase: Purchase, problem: Problem, { refunded, isDisputed }: Circumstances, duplicates: readonly Purchase[]): readonly Help[] {
  const helps: (Help | false)[] = [
    isDisputed && 'dispute',
    refunded > 0n && 'refunded',
    problem === 'not-me' && 'secure',
    purchase.settlement === null && 'not-charged',
    problem === 'not-delivered' && purchase.settlement !== null && purchase.terms.kind !== 'tip' && 'retry',
    problem === 'charged-twice' && duplicates.length > 0 && 'duplicates',
  ]
  return helps.filter((help) => help !== false)
}

/** Paid to the same account in the same token, for the same thing or for one of the same name and price within a day. */
function duplicatesOf({ id, createdAt, terms }: Purchase, others: readonly Purchase[]): readonly Purchase[] {
  const nearby = 24 * 60 * 60_000
  return others.filter((other) => {
    if (other.id === id || other.settlement === null || other.terms.payTo !== terms.payTo || other.terms.asset !== terms.asset || other.terms.network !== terms.network) return false
    const isSameThing = canonicalResource(other.terms.resource) === canonicalResource(terms.resource)
    const isNamesake = other.terms.title === terms.title && other.terms.amount === terms.amount && Math.abs(other.createdAt - createdAt) < nearby
    return isSameThing || isNamesake
  })
}

function hindranceOf(purchase: Purchase, { refunded, isDisputed, now }: Circumstances, until: number | null): Hindrance | null {
  const { settlement, terms } = purchase
  if (settlement === null) return moneyFact(purchase) === 'maybe-paid' ? 'not-known' : 'not-paid'
  if (isDisputed) return 'under-way'
  if (refunded >= terms.amount) return 'refunded'
  return until !== null && now > until ? 'too-late' : null
}

/** Of a price that was too high, what was too much; else all of it. */
function proposed(problem: Problem, { signedPrice }: Circumstances, most: bigint): bigint {
  const tooMuch = problem === 'wrong-price' && signedPrice !== null ? most - signedPrice : 0n
  return tooMuch > 0n ? tooMuch : most
}
