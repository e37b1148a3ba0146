import * as v from 'valibot'
import { importance, levels } from '../core/risk/finding'
import type { Rules } from '../core/risk/judgement'
import { kept, type WalletRecord } from '../core/risk/records'
import { address, network, time, uint256 } from './codec'

const site = v.pipe(v.string(), v.maxLength(255))
const guard = v.picklist(importance)

const wallet: v.GenericSchema<unknown, WalletRecord> = v.strictObject({
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  spent: uint256,
  amounts: v.pipe(v.array(uint256), v.maxLength(kept.walletAmounts)),
  recent: v.pipe(v.array(v.strictObject({ at: time, site, payTo: address, amount: uint256, title: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), isNew: v.boolean() })), v.maxLength(kept.recent)),
  newcomers: v.pipe(v.array(v.strictObject({ at: time, site, amount: uint256 })), v.maxLength(kept.newcomers)),
  accounts: v.pipe(v.array(v.strictObject({ payTo: address, sites: v.pipe(v.array(site), v.maxLength(kept.sitesOfAccount)) })), v.maxLength(kept.accounts)),
  known: v.pipe(v.array(site), v.maxLength(kept.known)),
})

/** How many purses are told apart, and of how many tipped sites each. */
export const maxPurses = 16
export const maxTipped = 100

/** What was paid from one purse, and on which sites it tipped, the latest first. */
const outlay = v.strictObject({ payer: address, spent: uint256, tipped: v.pipe(v.array(site), v.maxLength(maxTipped)) })
export type Outlay = v.InferOutput<typeof outlay>

/** What the watch keeps of each asset: a cache of what the purchases tell. */
export const recordsSchema = v.strictObject({
  records: v.array(v.strictObject({ network, asset: address, wallet, outlays: v.pipe(v.array(outlay), v.maxLength(maxPurses)) })),
})
export type Records = v.InferOutput<typeof recordsSchema>

/** What each purse held when it was last looked at. Without a payer, from before there were several: the one there was. */
export const balancesSchema = v.strictObject({
  balances: v.array(
    v.strictObject({ network, asset: address, payer: v.optional(v.nullable(address), null), sure: uint256, total: uint256, spent: uint256, at: v.optional(v.nullable(time), null) }),
  ),
})
export type Balances = v.InferOutput<typeof balancesSchema>

/** How many exceptions, and how many reports, are remembered; the oldest go first. */
export const maxExceptions = 200
export const maxReported = 200
/** How many sites a reader can block. */
export const maxBlocked = 1_000

export const rulesSchema: v.GenericSchema<unknown, Rules> = v.strictObject({
  levels: v.record(guard, v.picklist([...levels, 'off'])),
  exceptions: v.pipe(v.array(v.strictObject({ guard, site, payTo: address, most: uint256, until: time })), v.maxLength(maxExceptions)),
  reported: v.pipe(v.array(v.strictObject({ purchase: v.string(), site, payTo: address, at: time })), v.maxLength(maxReported)),
  // Rules from before sites could be blocked have none.
  blocked: v.optional(v.pipe(v.array(v.strictObject({ site, at: time })), v.maxLength(maxBlocked)), []),
  // Nor had they any that were opened although they are listed.
  opened: v.optional(v.pipe(v.array(v.strictObject({ site, at: time })), v.maxLength(maxBlocked)), []),
  freedAt: time,
})

/**
 * What became of a payment that something was found about. 'paid': said, and paid; 'fine': the reader said that it is fine, and
 * paid; 'declined': the reader did not; 'denied': it could not be paid; 'fraud': the reader called it one, later. 'fell': there was
 * no payment, and money is gone.
 */
export const outcomes = ['paid', 'fine', 'declined', 'denied', 'fraud', 'fell'] as const
export type WatchOutcome = (typeof outcomes)[number]

/** Something the watch has decided. */
export interface WatchEntry {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Empty where it is about the purse. */
  readonly site: string
  /** Atomic units of the token. */
  readonly amount: bigint
  /** The purchase that came of it; null where none did. */
  readonly purchase: string | null
  readonly outcome: WatchOutcome
  /** As they were said. */
  readonly reasons: readonly string[]
}

/** How many are kept. */
export const maxEntries = 200
const reason = v.pipe(v.string(), v.maxLength(500))
export const logSchema: v.GenericSchema<unknown, { readonly entries: readonly WatchEntry[] }> = v.strictObject({
  entries: v.pipe(
    v.array(v.strictObject({ at: time, site, amount: uint256, purchase: v.nullable(v.string()), outcome: v.picklist(outcomes), reasons: v.pipe(v.array(reason), v.maxLength(3)) })),
    v.maxLength(maxEntries),
  ),
})
