import type { TotalsView } from '../../../messaging/views'
import { shareOf } from '../../shared/for-drawing'
import type { Prices } from '../../shared/prices'
import { writePartShort } from './calendar-words'
import type { Bars } from './draw-bars'
import { largest, spentIn } from './money'

/** What was spent over time as bars to draw: tips on top of what was unlocked. */
export function barsOf({ buckets, spent, period }: Pick<TotalsView, 'buckets' | 'spent' | 'period'>, prices: Pick<Prices, 'price' | 'scale'>): Bars {
  const most = largest(buckets, spentIn)
  const scale = prices.scale(most === null ? spent.money : spentIn(most))
  const top = BigInt(scale.at(-1)?.atomic ?? 0)
  const share = (atomic: string) => shareOf(BigInt(atomic), top)
  return {
    labels: buckets.map(({ from }) => writePartShort(period, from)),
    heights: buckets.map((bucket) => ({ whole: share(spentIn(bucket).atomic), full: share(bucket.unlock.atomic) })),
    scale: scale.map((tick) => ({ at: share(tick.atomic), label: prices.price(tick) })),
  }
}
