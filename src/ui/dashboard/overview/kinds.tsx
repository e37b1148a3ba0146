import type { TotalsView } from '../../../messaging/views'
import { usePrice, type Prices } from '../../shared/prices'
import { Figure, Figures } from './figures'
import { daysOf, historyHref } from './links'
import { isNothing, ofPayments, ofRefunds, toCreators } from './money'
import { words } from './words'

/** What it was spent on, and what of it went on fees, as far as anybody says. */
export function Kinds({ totals }: { readonly totals: TotalsView }) {
  const { kinds, spent, cameBack } = totals
  const text = words.kinds
  if (spent.payments === 0 && cameBack.payments === 0) return null
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <Figures caption={text.caption} columns={text.columns}>
        {kinds.unlock.payments > 0 && (
          <Figure money={kinds.unlock.money} whole={spent.money}>
            {text.unlock} <span class="small quiet">{ofPayments(kinds.unlock)}</span>
          </Figure>
        )}
        {kinds.tip.payments > 0 && (
          <Figure money={kinds.tip.money} whole={spent.money}>
            <a href={historyHref({ ...daysOf(totals), kind: 'tip' })}>{text.tip}</a> <span class="small quiet">{ofPayments(kinds.tip)}</span>
          </Figure>
        )}
        {cameBack.payments > 0 && <CameBack cameBack={cameBack} />}
      </Figures>
      {spent.payments > 0 && <Fees totals={totals} />}
    </section>
  )
}

/** A kind of its own: what was spent stays what was spent. It has no bar, for it is no part of that. */
function CameBack({ cameBack }: Pick<TotalsView, 'cameBack'>) {
  const prices = usePrice()
  const text = words.kinds
  return (
    <tr>
      <th scope="row">
        <a href={historyHref({ state: 'refunded' })}>{text.back}</a> <span class="small quiet">{text.notTakenOff(ofRefunds(cameBack))}</span>
      </th>
      <td>{prices?.price(cameBack.money)}</td>
    </tr>
  )
}

/** Three parts that add up: what stayed with the creators, what went to others, and what nobody tells of. */
function Fees({ totals }: { readonly totals: TotalsView }) {
  const prices = usePrice()
  const { toOthers, undeclared, spent } = totals
  const text = words.kinds
  const creators = toCreators(totals)
  const parts = [
    { name: text.fees.creators, money: creators },
    { name: text.fees.others, money: toOthers.money },
    { name: text.fees.nobodySays, money: undeclared.money },
  ].filter(({ money }) => money !== null && !isNothing(money))
  return (
    <>
      <h3>{text.fees.title}</h3>
      {prices !== null && feeSentences(totals, prices).map((sentence) => <p key={sentence}>{sentence}</p>)}
      {creators !== null && parts.length > 1 && (
        <Figures caption={text.fees.title} columns={text.columns}>
          {parts.map(({ name, money }) => money !== null && <Figure key={name} money={money} whole={spent.money}>{name}</Figure>)}
        </Figures>
      )}
    </>
  )
}

/** What nobody declares is said, and never counted as nothing. */
function feeSentences({ toOthers, undeclared, spent }: TotalsView, { price }: Prices): readonly string[] {
  const text = words.kinds.fees
  if (undeclared.payments === spent.payments) return [text.noneSaid]
  const known = isNothing(toOthers.money) ? (undeclared.payments === 0 ? text.allToCreators : null) : text.toOthers(price(toOthers.money), ofPayments(toOthers))
  const unknown = undeclared.payments === 0 ? null : text.undeclared(ofPayments(undeclared), price(undeclared.money))
  return [known, unknown].filter((sentence) => sentence !== null)
}
