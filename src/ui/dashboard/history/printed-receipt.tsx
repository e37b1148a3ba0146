import type { ComponentChildren } from 'preact'
import type { PaymentDetail } from '../../../messaging/views'
import { writeFullDay, writeStamp } from '../../shared/dates'
import { FeeTable } from '../../shared/fee-table'
import { usePrice } from '../../shared/prices'
import { words as dashboard } from '../words'
import { isPaid } from './is-paid'
import { words } from './words'

/** Characters of an address. */
const longestPrinted = 240

/** One payment on one sheet: everything a bookkeeper asks for, in ink. */
export function PrintedReceipt({ payment }: { readonly payment: PaymentDetail }) {
  const text = words.print
  const small = dashboard.history
  const prices = usePrice()
  return (
    <article class="paper">
      <header class="paper-head">
        <p class="paper-name">Farthing</p>
        <h1>{text.title}</h1>
      </header>
      <dl class="paper-facts">
        <Fact term={text.date}>{writeStamp(payment.at)}</Fact>
        <Fact term={text.seller}>{payment.host}</Fact>
        <Fact term={text.piece}>
          <bdi>{payment.title}</bdi>
          {payment.covers !== null && ` ${payment.covers}`}
        </Fact>
        <Fact term={text.page}>{shortened(payment.page)}</Fact>
        <Fact term={text.state}>{payment.status}</Fact>
        <Fact term={isPaid(payment) ? text.amount : text.notPaid}>
          <strong class="paper-amount">{prices?.exact(payment.amount)}</strong>
        </Fact>
        {payment.refunded !== null && <Fact term={text.back}>{prices?.exact(payment.refunded)}</Fact>}
        <Converted payment={payment} />
      </dl>
      <h2>{small.fees}</h2>
      <FeeTable lines={payment.feeLines} total={payment.amount} />
      <h2>{small.details}</h2>
      <dl class="paper-facts">
        <Fact term={small.payee}>{payment.payee}</Fact>
        <Fact term={small.network}>{payment.networkLabel}</Fact>
        <Fact term={small.transaction}>{payment.transaction ?? small.noTransaction}</Fact>
        <Fact term={small.nonce}>{payment.nonce}</Fact>
        <Fact term={small.offer}>{payment.offer.sentence}</Fact>
        <Fact term={small.receipt}>{payment.receipt.sentence}</Fact>
        {payment.note !== null && <Fact term={text.note}>{payment.note.text}</Fact>}
        {payment.label !== null && <Fact term={text.own}>{payment.label}</Fact>}
        {payment.tags.length > 0 && <Fact term={text.tags}>{payment.tags.join(', ')}</Fact>}
      </dl>
      <p class="paper-foot">{text.made(writeFullDay(Date.now()))}</p>
    </article>
  )
}

/** One sheet has no room for the longest addresses; the whole of it stands on the payment's page. */
const shortened = (address: string): string => (address.length > longestPrinted ? `${address.slice(0, longestPrinted)}…` : address)

/** As the reader saw it when they paid; where that was not kept, as it is seen today. */
function Converted({ payment }: { readonly payment: PaymentDetail }) {
  const prices = usePrice()
  if (payment.converted !== null) return <Fact term={words.print.about}>{payment.converted}</Fact>
  if (prices === null || prices.estimate === null) return null
  return (
    <Fact term={words.print.about}>
      {prices.price(payment.amount)}. {prices.estimate.summary}
    </Fact>
  )
}

function Fact({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
