import { holdsBack, isSameAsset, type Asset } from '../spending/reserved'
import type { Payment, Sum } from './totals'

/** What is counted of a part of the history whatever the period: it stands for payments that are older than what is looked at. */
export interface PartSums {
  /** The latest moment at which anything of them counts, begun or come back; null where nothing was paid. Milliseconds since 1970. */
  readonly latest: number | null
  readonly assets: readonly AssetSums[]
}

export interface AssetSums extends Asset {
  /** When the first of those that were paid was begun; null where none was. */
  readonly earliest: number | null
  readonly paid: Sum
  readonly held: Sum
}

export function partSumsOf(payments: readonly Payment[]): PartSums {
  const assets: Asset[] = []
  for (const payment of payments) if (!assets.some((asset) => isSameAsset(asset, payment))) assets.push({ network: payment.network, asset: payment.asset })
  const counted = payments.filter(isPaid).flatMap(({ at, refunds }) => [at, ...refunds.map((refund) => refund.at)])
  return { latest: latestOf(counted), assets: assets.map((asset) => assetSumsOf(payments, asset)) }
}

function assetSumsOf(payments: readonly Payment[], asset: Asset): AssetSums {
  const here = payments.filter((payment) => isSameAsset(payment, asset))
  const paid = here.filter(isPaid)
  return { ...asset, earliest: earliestOf(paid.map(({ at }) => at)), paid: sumOf(paid), held: sumOf(here.filter(({ state }) => holdsBack(state))) }
}

/** Void and refused payments are not: only the chain says that money moved. */
export const isPaid = ({ paidAt }: Payment): boolean => paidAt !== null

export function sumOf(entries: Iterable<{ readonly amount: bigint }>): Sum {
  let [amount, payments] = [0n, 0]
  for (const entry of entries) {
    amount += entry.amount
    payments += 1
  }
  return { amount, payments }
}

export const together = (sums: readonly Sum[]): Sum => ({ amount: sums.reduce((all, { amount }) => all + amount, 0n), payments: sums.reduce((all, { payments }) => all + payments, 0) })

const earliestOf = (times: readonly number[]): number | null => times.reduce<number | null>((earliest, at) => (earliest === null ? at : Math.min(earliest, at)), null)
const latestOf = (times: readonly number[]): number | null => times.reduce<number | null>((latest, at) => (latest === null ? at : Math.max(latest, at)), null)
