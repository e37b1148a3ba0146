import { isForgotten, addToLedger, emptyLedger, type Ledger } from './ledger'
import type { Asset } from './reserved'
import type { Address } from '../hex'
import type { Purchase, PurchaseTerms } from '../purchase/purchase'
import type { Day } from './day'
import { addToDay, type Tally } from './tally'

/** What still counts of purchases in one asset that were forgotten: sums, and nothing of what was bought or where. */
export interface Forgotten extends Asset {
  /** Keeps the limits of days and months where they are. */
  readonly ledger: Ledger
  /** All that was paid with them, atomic units: the balance is held against it. */
  readonly spent: bigint
  /** The same for each purse. */
  readonly spentBy: readonly { readonly payer: Address; readonly spent: bigint }[]
  /** Keeps the limit of a day on one site where it is, for as long as that day may count: by keyed hash. */
  readonly sites: readonly { readonly tag: string; readonly days: Tally }[]
}

export const nothingForgotten = ({ network, asset }: Asset): Forgotten => ({ network, asset, ledger: emptyLedger, spent: 0n, spentBy: [], sites: [] })

/**
 * What still counts, with one purchase more that is forgotten. One that was not paid counts for nothing.
 * @param tag the keyed hash of its site
 * @param oldest the first day that may still count against the limit of a site
 */
export function forget(before: Forgotten, { terms, settlement }: Purchase, tag: string, oldest: Day): Forgotten {
  if (settlement === null) return before
  const forgotten = { ...before, ...withAmount(before, terms) }
  if (terms.day === null) return forgotten
  const counted = { day: terms.day, change: { held: 0n, paid: terms.amount } }
  const isTip = terms.kind === 'tip'
  const ledger = isForgotten(forgotten.ledger, terms.day) ? forgotten.ledger : addToLedger(forgotten.ledger, counted, isTip)
  if (isTip || terms.day < oldest) return { ...forgotten, ledger }
  const days = forgotten.sites.find((one) => one.tag === tag)?.days ?? []
  const sites = [...forgotten.sites.filter((one) => one.tag !== tag), { tag, days: addToDay(days, terms.day, counted.change) }]
  return { ...forgotten, ledger, sites }
}

function withAmount({ spent, spentBy }: Forgotten, { payer, amount }: Pick<PurchaseTerms, 'payer' | 'amount'>): Pick<Forgotten, 'spent' | 'spentBy'> {
  const earlier = spentBy.find((one) => one.payer === payer)?.spent ?? 0n
  return { spent: spent + amount, spentBy: [...spentBy.filter((one) => one.payer !== payer), { payer, spent: earlier + amount }] }
}

/** Without sums of sites whose day is over, wherever the reader may have travelled meanwhile. @param oldest the first day that may still count */
export function withoutOldSites(forgotten: Forgotten, oldest: Day): Forgotten {
  const sites = forgotten.sites.map(({ tag, days }) => ({ tag, days: days.filter(({ day }) => day >= oldest) }))
  return { ...forgotten, sites: sites.filter(({ days }) => days.length > 0) }
}

/** A ledger of what is remembered, with what still counts of the rest. */
export function withForgotten(ledger: Ledger, { all, tips }: Ledger): Ledger {
  const ofTips = new Map(tips.map(({ day, paid }) => [day, paid]))
  return all.reduce((sum, { day, paid }) => {
    if (isForgotten(sum, day)) return sum
    const tipped = ofTips.get(day) ?? 0n
    const bought = addToLedger(sum, { day, change: { held: 0n, paid: paid - tipped } }, false)
    return tipped === 0n ? bought : addToLedger(bought, { day, change: { held: 0n, paid: tipped } }, true)
  }, ledger)
}
