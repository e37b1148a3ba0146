import type { Address } from '../hex'
import { passEnds, passOf, type PassKind } from '../protocols/covers'
import type { Purchase } from '../purchase/purchase'
import { kept, type SiteRecord } from '../risk/records'
import type { Counted } from './ledger'
import type { Asset } from './reserved'
import { addToDay, type Tally } from './tally'

/** What is remembered of the purchases on one site. */
export interface SiteMemory extends Asset {
  /** Registrable domain (core/protocols/site). */
  readonly site: string
  /** Purchases there, by day. */
  readonly days: Tally
  /** Purchases that the chain has shown to be paid, and when the first and the latest of them were; milliseconds since 1970. */
  readonly count: number
  readonly firstAt: number | null
  readonly lastAt: number | null
  /** The latest prices of single pieces, oldest first, in atomic units. */
  readonly amounts: readonly bigint[]
  /** The highest of all there were, atomic units. */
  readonly highest: bigint
  /** The time between the latest payments, oldest first, in milliseconds. */
  readonly gaps: readonly number[]
  /** Who was paid, the latest first. */
  readonly accounts: readonly { readonly payTo: Address; readonly count: number }[]
  /** The pass that lasts longest of those bought there, and when it is over; null where none was. */
  readonly pass: { readonly kind: PassKind; readonly until: number } | null
}

export const keptAmounts = kept.amounts
export const keptAccounts = 8

export const unknownSite = ({ network, asset }: Asset, site: string): SiteMemory => ({ network, asset, site, days: [], count: 0, firstAt: null, lastAt: null, amounts: [], highest: 0n, gaps: [], accounts: [], pass: null })

/** What is remembered of a site after a step of a purchase there. @param isNewlyPaid the chain has shown it to be paid with this step */
export function remember(memory: SiteMemory, purchase: Purchase, counted: Counted | null, isNewlyPaid: boolean): SiteMemory {
  const seen = isNewlyPaid ? rememberPaid(memory, purchase) : memory
  return counted === null ? seen : { ...seen, days: addToDay(seen.days, counted.day, counted.change) }
}

/** What is remembered once the chain has shown this purchase to be paid. */
function rememberPaid(memory: SiteMemory, { terms, settlement }: Purchase): SiteMemory {
  const at = settlement?.at ?? null
  const pass = passOf(terms.offer)
  const earlier = memory.accounts.find(({ payTo }) => payTo === terms.payTo)?.count ?? 0
  const others = memory.accounts.filter(({ payTo }) => payTo !== terms.payTo)
  return {
    ...memory,
    count: memory.count + 1,
    firstAt: memory.firstAt ?? at,
    lastAt: at,
    ...(pass === null && withPrice(memory, terms.amount)),
    gaps: at === null || memory.lastAt === null ? memory.gaps : [...memory.gaps, Math.max(0, at - memory.lastAt)].slice(-kept.gaps),
    accounts: [{ payTo: terms.payTo, count: earlier + 1 }, ...others].slice(0, keptAccounts),
    pass: longer(memory.pass, pass === null || at === null ? null : { kind: pass, until: passEnds(pass, at) }),
  }
}

const withPrice = ({ amounts, highest }: SiteMemory, amount: bigint): Pick<SiteMemory, 'amounts' | 'highest'> => ({
  amounts: [...amounts, amount].slice(-keptAmounts),
  highest: amount > highest ? amount : highest,
})

/** The same as the watch looks at it (core/risk). */
export const recordOf = ({ accounts, ...memory }: SiteMemory): SiteRecord => ({ ...memory, accounts: accounts.map(({ payTo }) => payTo) })

type Pass = SiteMemory['pass']
const longer = (one: Pass, other: Pass): Pass => (other !== null && other.until > (one?.until ?? 0) ? other : one)

/** What a purchase on this site usually costs: the middle one of the latest prices, in atomic units. Null before there were three. */
export function usualPrice({ amounts }: SiteMemory): bigint | null {
  if (amounts.length < 3) return null
  const sorted = [...amounts].sort((a, b) => (a < b ? -1 : 1))
  return sorted[sorted.length >> 1] ?? null
}
