import type { Interruption, PurchaseState, DeliveryKind } from '../purchase/purchase'
import type { DialectId } from '../protocols/dialect'
import { privacy as words } from '../words/privacy'

/** A payment as a report for support is made from it. */
export interface ReportedPayment {
  readonly at: number
  readonly site: string
  /** Atomic units of a token of 6 decimals that is worth a dollar. */
  readonly amount: bigint
  readonly kind: DeliveryKind
  readonly state: PurchaseState
  readonly dialect: DialectId
  /** What the server answered last; null for nothing. */
  readonly status: number | null
  readonly interruption: Interruption | null
}

export interface SupportFacts {
  readonly version: string
  readonly browser: string
  readonly network: string
  readonly ownEndpoint: boolean
  readonly ownTipService: boolean
  readonly everywhere: boolean
  readonly cardInPages: boolean
  /** Kinds of ways to open the wallet. */
  readonly ways: readonly string[]
  readonly kept: readonly { readonly kind: string; readonly count: number | null; readonly bytes: number }[]
  /** Sites by how often they were paid, the most first: a site is called by its place here. */
  readonly sites: readonly string[]
  /** The latest, newest first. */
  readonly payments: readonly ReportedPayment[]
}

/**
 * A report for whoever helps a reader: what may be of use to find a fault, and nothing that tells who the reader is, where they were or
 * what they paid. Sites are numbers, sums and counts are powers of ten, moments are weeks.
 */
export function supportReport(facts: SupportFacts): readonly string[] {
  const { version, browser, network, ownEndpoint, ownTipService, everywhere, cardInPages, ways, kept, payments, sites } = facts
  const text = words.support
  return [
    text.made(version, browser),
    text.network(network, ownEndpoint),
    ...(ownTipService ? [text.tips] : []),
    text.looks(everywhere, cardInPages),
    text.ways(countsOf(ways)),
    ...kept.map(({ kind, count, bytes }) => text.kept(kind, count === null ? '' : powerOf(count), sizeOf(bytes))),
    ...payments.map((payment) => line(payment, sites)),
  ]
}

function line({ at, site, amount, kind, state, dialect, status, interruption }: ReportedPayment, sites: readonly string[]): string {
  const rank = sites.indexOf(site)
  const parts = [weekOf(at), rank === -1 ? words.support.otherSite : words.support.site(String(rank + 1)), sumOf(amount), kind, state, dialect]
  return [...parts, ...(status === null ? [] : [String(status)]), ...(interruption === null ? [] : [interruption])].join(' · ')
}

/** "password, 2 passkeys" is a mark of its own: each kind is said once. */
const countsOf = (ways: readonly string[]): string => [...new Set(ways)].sort().join(', ')

/** "0", "1 to 9", "10 to 99"… */
export function powerOf(count: number): string {
  if (count < 1) return '0'
  const least = 10 ** Math.floor(Math.log10(count))
  return words.support.range(String(least), String(least * 10 - 1))
}

const kilobyte = 1_000
function sizeOf(bytes: number): string {
  return bytes < kilobyte ? words.support.under('1 kB') : `${powerOf(Math.floor(bytes / kilobyte))} kB`
}

const cent = 10_000n
/** In dollars, from one power of ten to the next. */
export function sumOf(amount: bigint): string {
  if (amount < cent) return words.support.under('$0.01')
  const steps = ['$0.01', '$0.10', '$1', '$10', '$100'] as const
  for (const [at, name] of steps.entries()) {
    const next = steps[at + 1]
    if (next !== undefined && amount < cent * 10n ** BigInt(at + 1)) return words.support.range(name, next)
  }
  return words.support.over('$100')
}

const dayMs = 24 * 3_600_000
/** The Monday of the week, by UTC: 1 January 1970 was a Thursday. */
export function weekOf(at: number): string {
  const days = Math.floor(at / dayMs)
  const monday = days - ((((days + 3) % 7) + 7) % 7)
  return words.support.week(new Date(monday * dayMs).toISOString().slice(0, 10))
}
