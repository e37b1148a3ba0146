import type { TotalsView } from '../../../messaging/views'
import { Amount } from '../../shared/amount'
import { Estimate } from '../../shared/estimate'
import { usePrice, type Prices } from '../../shared/prices'
import { writeMonth } from './calendar-words'
import { historyHref } from './links'
import { difference, isNothing, ofPayments } from './money'
import { words } from './words'

/** What was spent this month, large, and how that compares. */
export function Month({ totals }: { readonly totals: TotalsView }) {
  const prices = usePrice()
  const { month, held } = totals
  return (
    <>
      <Amount money={month.spent.money} size="hero" />
      <p>{prices === null ? '\u00a0' : compared(month, prices)}</p>
      {prices !== null && !isNothing(month.before.whole.money) && (
        <p class="small quiet">{words.month.whole(writeMonth(month.before.first), prices.price(month.before.whole.money))}</p>
      )}
      {prices !== null && month.cameBack.payments > 0 && <p>{words.month.cameBack(prices.price(month.cameBack.money), writeMonth(month.first))}</p>}
      {prices !== null && held.payments > 0 && <p class="small quiet">{words.month.held(prices.price(held.money), ofPayments(held))}</p>}
      <p>
        <a href={historyHref({ when: 'this-month' })}>{words.month.see}</a>
      </p>
      <Estimate />
    </>
  )
}

function compared({ first, spent, before }: TotalsView['month'], { price }: Prices): string {
  const [month, last] = [writeMonth(first), writeMonth(before.first)]
  const more = difference(spent.money, before.toSameDay.money)
  const by = (atomic: bigint) => price({ ...spent.money, atomic: atomic.toString() })
  if (isNothing(spent.money) && more === 0n) return words.month.nothing(month)
  if (isNothing(before.toSameDay.money)) return words.month.nothingBefore(price(spent.money), month, last)
  if (more === 0n) return words.month.same(price(spent.money), month, last)
  return more > 0n ? words.month.more(price(spent.money), month, by(more), last) : words.month.less(price(spent.money), month, by(-more), last)
}
