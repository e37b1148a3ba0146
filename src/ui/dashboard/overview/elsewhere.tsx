import type { TotalsView } from '../../../messaging/views'
import { usePrice } from '../../shared/prices'
import { ofPayments } from './money'
import { words } from './words'

/** What was spent in money that is not counted on this page. */
export function Elsewhere({ totals: { elsewhere } }: { readonly totals: TotalsView }) {
  const prices = usePrice()
  if (elsewhere.length === 0 || prices === null) return null
  const text = words.elsewhere
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      {elsewhere.map((sum) => (
        <p key={sum.network}>{(sum.test ? text.test : text.real)(sum.network, prices.price(sum.money), ofPayments(sum))}</p>
      ))}
      <p class="small quiet">{text.apart}</p>
    </section>
  )
}
