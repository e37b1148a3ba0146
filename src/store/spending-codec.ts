import * as v from 'valibot'
import { passes } from '../core/protocols/covers'
import type { Allowance, AllowancePlace } from '../core/spending/allowance'
import type { Forgotten } from '../core/spending/forgotten'
import type { Ledger } from '../core/spending/ledger'
import { limitNames, type LimitName, type Limits } from '../core/spending/limits'
import { kept } from '../core/risk/records'
import { keptAccounts, keptPayers, type SiteMemory } from '../core/spending/site-memory'
import { keptDays } from '../core/spending/tally'
import { address, day, network, time, uint256 } from './codec'

const tally = v.pipe(v.array(v.strictObject({ day, held: uint256, paid: uint256 })), v.maxLength(keptDays))
const site = v.pipe(v.string(), v.maxLength(255))
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const ledger: v.GenericSchema<unknown, Ledger> = v.strictObject({ all: tally, tips: tally, floor: v.nullable(day) })

/** The ledger of each asset: a cache of what the purchases tell. */
export const ledgersSchema = v.strictObject({ ledgers: v.array(v.strictObject({ network, asset: address, ledger })) })
export type Ledgers = v.InferOutput<typeof ledgersSchema>

const forgotten: v.GenericSchema<unknown, Forgotten> = v.strictObject({
  network,
  asset: address,
  ledger,
  spent: uint256,
  spentBy: v.optional(v.array(v.strictObject({ payer: address, spent: uint256 })), []),
  sites: v.array(v.strictObject({ tag: v.pipe(v.string(), v.maxLength(64)), days: tally })),
})

/** What still counts of purchases that were forgotten. Not made again from anything: nothing else tells of it. */
export const forgottenSchema = v.strictObject({ forgotten: v.array(forgotten) })
export type AllForgotten = v.InferOutput<typeof forgottenSchema>

export const siteMemorySchema: v.GenericSchema<unknown, SiteMemory> = v.strictObject({
  network,
  asset: address,
  site,
  days: tally,
  count,
  firstAt: v.nullable(time),
  lastAt: v.nullable(time),
  amounts: v.pipe(v.array(uint256), v.maxLength(kept.amounts)),
  highest: uint256,
  gaps: v.pipe(v.array(time), v.maxLength(kept.gaps)),
  accounts: v.pipe(v.array(v.strictObject({ payTo: address, count })), v.maxLength(keptAccounts)),
  payers: v.pipe(v.array(address), v.maxLength(keptPayers)),
  pass: v.nullable(v.strictObject({ kind: v.picklist(passes), until: time })),
})

/** How many sites may be paid without a question at the same time. */
export const maxAllowances = 100

const allowance: v.GenericSchema<unknown, Allowance> = v.strictObject({
  id: v.string(),
  site,
  network,
  asset: address,
  payTo: address,
  perPayment: uint256,
  perDay: uint256,
  since: time,
  until: time,
  days: tally,
})
/** How many answers are remembered. */
export const maxDeclined = 500

const declined: v.GenericSchema<unknown, AllowancePlace> = v.strictObject({ site, network, asset: address, payTo: address })

export interface Allowances {
  readonly allowances: readonly Allowance[]
  /** Where a reader was asked for an allowance and said no, or ended one: they are not asked again. */
  readonly declined: readonly AllowancePlace[]
}
export const noAllowances: Allowances = { allowances: [], declined: [] }
export const allowancesSchema: v.GenericSchema<unknown, Allowances> = v.strictObject({
  allowances: v.pipe(v.array(allowance), v.maxLength(maxAllowances)),
  declined: v.optional(v.pipe(v.array(declined), v.maxLength(maxDeclined)), []),
})

const limit = Object.fromEntries(limitNames.map((name) => [name, uint256])) as Record<LimitName, typeof uint256>
export const limitsSchema: v.GenericSchema<unknown, Limits> = v.strictObject(limit)
