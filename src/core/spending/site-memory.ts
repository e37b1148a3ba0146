import type { Address } from '../hex'
import { passEnds, passOf, type PassKind } from '../protocols/covers'
import type { Purchase } from '../purchase/purchase'
import { paidOn, unseenSite, type SiteRecord } from '../risk/records'
import type { Counted } from './ledger'
import type { Asset } from './reserved'
import { addToDay, type Tally } from './tally'

/** What is remembered of the purchases on one site: what the watch keeps of it (core/risk), and more. Prices are those of single pieces. */
export interface SiteMemory extends Asset, Omit<SiteRecord, 'accounts'> {
  /** Registrable domain (core/protocols/site). */
  readonly site: string
  /** Purchases there, by day. */
  readonly days: Tally
  /** Who was paid, the latest first. */
  readonly accounts: readonly { readonly payTo: Address; readonly count: number }[]
  /** From which purses something was bought here, the latest first. */
  readonly payers: readonly Address[]
  /** The pass that lasts longest of those bought there, and when it is over; null where none was. */
  readonly pass: { readonly kind: PassKind; readonly until: number } | null
}

export const keptAccounts = 8
export const keptPayers = 8

export const unknownSite = ({ network, asset }: Asset, site: string): SiteMemory => ({ ...unseenSite, network, asset, site, days: [], accounts: [], payers: [], pass: null })

/** What is remembered of a site after a step of a purchase there. @param isNewlyPaid the chain has shown it to be paid with this step */
export function remember(memory: SiteMemory, purchase: Purchase, counted: Counted | null, isNewlyPaid: boolean): SiteMemory {
  const seen = isNewlyPaid ? rememberPaid(memory, purchase) : memory
  return counted === null ? seen : { ...seen, days: addToDay(seen.days, counted.day, counted.change) }
}

/** What is remembered once the chain has shown this purchase to be paid. */
function rememberPaid(memory: SiteMemory, { terms, settlement }: Purchase): SiteMemory {
  if (settlement === null) return memory
  const kind = passOf(terms.offer)
  const { count, firstAt, lastAt, gaps, amounts, highest } = paidOn(recordOf(memory), { at: settlement.at, payTo: terms.payTo, amount: terms.amount })
  const earlier = memory.accounts.find(({ payTo }) => payTo === terms.payTo)?.count ?? 0
  const others = memory.accounts.filter(({ payTo }) => payTo !== terms.payTo)
  return {
    ...memory,
    count,
    firstAt,
    lastAt,
    gaps,
    // A pass is no piece, and says nothing of what one costs.
    ...(kind === null && { amounts, highest }),
    accounts: [{ payTo: terms.payTo, count: earlier + 1 }, ...others].slice(0, keptAccounts),
    payers: [terms.payer, ...memory.payers.filter((payer) => payer !== terms.payer)].slice(0, keptPayers),
    pass: kind === null ? memory.pass : longer(memory.pass, { kind, until: passEnds(kind, settlement.at) }),
  }
}

/** The same as the watch looks at it. */
export const recordOf = ({ count, firstAt, lastAt, amounts, gaps, highest, accounts }: SiteMemory): SiteRecord => ({ count, firstAt, lastAt, amounts, gaps, highest, accounts: accounts.map(({ payTo }) => payTo) })

type Pass = SiteMemory['pass']
const longer = (one: Pass, other: NonNullable<Pass>): Pass => (other.until > (one?.until ?? 0) ? other : one)
