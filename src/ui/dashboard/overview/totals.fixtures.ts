import type { SumView, TotalsView } from '../../../messaging/views'
import { usdc } from '../testing'

export const sum = (cents: number, payments: number): SumView => ({ money: usdc(BigInt(cents) * 10_000n), payments })
const none = sum(0, 0)

/** A wallet with which nothing was bought, on 29 November 2026. */
export const noTotals: TotalsView = {
  period: 'days30',
  spent: none,
  buckets: Array.from({ length: 30 }, (_, at) => {
    const day = new Date(Date.UTC(2026, 9, 31 + at)).toISOString().slice(0, 10)
    return { from: day, to: day, unlock: none.money, tip: none.money, payments: 0, cameBack: none.money }
  }),
  kinds: { unlock: none, tip: none },
  sites: [],
  otherSites: { sites: 0, ...none },
  cameBack: none,
  toOthers: none,
  undeclared: none,
  month: { first: '2026-11-01', spent: none, cameBack: none, before: { first: '2026-10-01', toSameDay: none, whole: none } },
  held: none,
  ever: none,
  elsewhere: [],
}

/** Three pieces and a tip on two days: $2.25 in all. */
export const someTotals: TotalsView = {
  ...noTotals,
  spent: sum(225, 4),
  buckets: noTotals.buckets.map((bucket) => {
    if (bucket.from === '2026-11-12') return { ...bucket, unlock: sum(15, 0).money, tip: sum(200, 0).money, payments: 3 }
    return bucket.from === '2026-11-29' ? { ...bucket, unlock: sum(10, 0).money, payments: 1 } : bucket
  }),
  kinds: { unlock: sum(25, 3), tip: sum(200, 1) },
  sites: [
    { host: 'harbour.example', ...sum(205, 2) },
    { host: 'kitchen.example', ...sum(15, 1) },
  ],
  otherSites: { sites: 1, ...sum(5, 1) },
  toOthers: sum(1, 1),
  undeclared: sum(200, 2),
  month: { first: '2026-11-01', spent: sum(225, 4), cameBack: sum(0, 0), before: { first: '2026-10-01', toSameDay: sum(115, 2), whole: sum(300, 5) } },
  ever: sum(525, 9),
}
