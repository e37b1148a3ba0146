import type { TotalsView } from '../../../messaging/views'
import { Bar } from '../../shared/bar'
import { usePrice, type Prices } from '../../shared/prices'
import { isNothing, ofPayments } from './money'
import { words } from './words'

const kinds = ['unlock', 'tip'] as const

/** What it was spent on, and what of it went on fees, as far as anybody says. */
export function Kinds({ totals }: { readonly totals: TotalsView }) {
  const prices = usePrice()
  const text = words.kinds
  if (totals.spent.payments === 0) return null
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <table class="figures">
        <caption class="heard">{text.caption}</caption>
        <thead class="heard">
          <tr>
            <th scope="col">{text.columns.kind}</th>
            <th scope="col">{text.columns.spent}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.filter((kind) => totals.kinds[kind].payments > 0).map((kind) => (
            <tr key={kind}>
              <th scope="row">
                {text[kind]} <span class="small quiet">{ofPayments(totals.kinds[kind])}</span>
                <Bar full={totals.kinds[kind].money} whole={totals.spent.money} />
              </th>
              <td>{prices?.price(totals.kinds[kind].money)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{text.fees}</h3>
      {prices !== null && feeSentences(totals, prices).map((sentence) => <p key={sentence}>{sentence}</p>)}
    </section>
  )
}

/** What nobody declares is said, and never counted as nothing. */
function feeSentences({ toOthers, undeclared, spent }: TotalsView, { price }: Prices): readonly string[] {
  const text = words.kinds
  if (undeclared.payments === spent.payments) return [text.nobodySays]
  const known = isNothing(toOthers.money) ? (undeclared.payments === 0 ? text.noneToOthers : null) : text.toOthers(price(toOthers.money), ofPayments(toOthers))
  const unknown = undeclared.payments === 0 ? null : text.undeclared(ofPayments(undeclared), price(undeclared.money))
  return [known, unknown].filter((sentence) => sentence !== null)
}
