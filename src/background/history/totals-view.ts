import type { Period } from '../../core/history/calendar'
import { paidElsewhere, totalsOf, type Sum, type ToCount } from '../../core/history/totals'
import { findNetwork } from '../../core/networks/networks'
import type { MoneyView, SumView, TotalsView } from '../../messaging/views'
import type { activeAsset } from '../app'
import { zone } from '../today'

/**
 * Where the money went, to be shown: of the asset that prices are in now, with a word on each other one.
 * @param now milliseconds since 1970
 */
export function totalsView(toCount: ToCount, asset: ReturnType<typeof activeAsset>, period: Period, now: number): TotalsView {
  const money = (atomic: bigint): MoneyView => ({ atomic: atomic.toString(), decimals: asset.decimals, symbol: asset.symbol })
  const sum = ({ amount, payments: count }: Sum): SumView => ({ money: money(amount), payments: count })
  const { buckets, kinds, sites, otherSites, month, ...sums } = totalsOf(toCount, asset, period, now, zone)
  return {
    period,
    spent: sum(sums.spent),
    buckets: buckets.map((bucket) => ({ ...bucket, unlock: money(bucket.unlock), tip: money(bucket.tip), cameBack: money(bucket.cameBack) })),
    kinds: { unlock: sum(kinds.unlock), tip: sum(kinds.tip) },
    sites: sites.map((site) => ({ host: site.host, ...sum(site) })),
    otherSites: { sites: otherSites.sites, ...sum(otherSites) },
    cameBack: sum(sums.cameBack),
    toOthers: sum(sums.toOthers),
    undeclared: sum(sums.undeclared),
    month: { first: month.first, spent: sum(month.spent), cameBack: sum(month.cameBack), before: { first: month.before.first, toSameDay: sum(month.before.toSameDay), whole: sum(month.before.whole) } },
    held: sum(sums.held),
    ever: sum(sums.ever),
    elsewhere: paidElsewhere(toCount, asset).map(({ network, payments: count, amount }) => {
      const known = findNetwork(network)
      const { decimals, symbol } = known?.token ?? asset
      return { network: known?.label ?? network, test: known?.test ?? false, money: { atomic: amount.toString(), decimals, symbol }, payments: count }
    }),
  }
}
