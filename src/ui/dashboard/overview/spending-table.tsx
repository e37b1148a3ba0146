import type { TotalsView } from '../../../messaging/views'
import { usePrice } from '../../shared/prices'
import { writePart } from './calendar-words'
import { historyHref } from './links'
import { isNothing, spentIn } from './money'
import { words } from './words'

/** What the picture shows, line by line, newest first, written so that it adds up before the eye. */
export function SpendingTable({ totals: { buckets, kinds, spent, period, cameBack } }: { readonly totals: TotalsView }) {
  const prices = usePrice()
  const { table, caption, columns, total } = words.spending
  const filled = buckets.filter(({ payments, cameBack: back }) => payments > 0 || !isNothing(back)).toReversed()
  if (filled.length === 0 || prices === null) return null
  const write = prices.ledger(filled.flatMap(({ unlock, tip, cameBack: back }) => [unlock, tip, back]))
  const hasBack = cameBack.payments > 0
  return (
    <details>
      <summary>{table}</summary>
      <div class="spending-scroll">
        <table class="figures spending-table">
          <caption class="heard">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.when}</th>
              <th scope="col">{columns.unlock}</th>
              <th scope="col">{columns.tip}</th>
              <th scope="col">{columns.spent}</th>
              {hasBack && <th scope="col">{columns.back}</th>}
            </tr>
          </thead>
          <tbody>
            {filled.map((bucket) => (
              <tr key={bucket.from}>
                <th scope="row">
                  {bucket.payments === 0 ? writePart(period, bucket.from) : <a href={historyHref({ from: bucket.from, to: bucket.to })}>{writePart(period, bucket.from)}</a>}
                </th>
                <td>{write(bucket.unlock)}</td>
                <td>{write(bucket.tip)}</td>
                <td>{write(spentIn(bucket))}</td>
                {hasBack && <td>{write(bucket.cameBack)}</td>}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{total}</th>
              <td>{write(kinds.unlock.money)}</td>
              <td>{write(kinds.tip.money)}</td>
              <td>{write(spent.money)}</td>
              {hasBack && <td>{write(cameBack.money)}</td>}
            </tr>
          </tfoot>
        </table>
      </div>
    </details>
  )
}
