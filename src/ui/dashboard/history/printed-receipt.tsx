import type { PaymentDetail } from '../../../messaging/views'
import { writeFullDay, writeStamp } from '../../shared/dates'
import { FeeTable } from '../../shared/fee-table'
import { usePrice } from '../../shared/prices'
import { PaperFact } from '../../shared/paper-fact'
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
        <PaperFact term={text.date}>{writeStamp(payment.at)}</PaperFact>
        <PaperFact term={text.seller}>{payment.host}</PaperFact>
        <PaperFact term={text.piece}>
          <bdi>{payment.title}</bdi>
          {payment.covers !== null && ` ${payment.covers}`}
        </PaperFact>
        <PaperFact term={text.page}>{shortened(payment.page)}</PaperFact>
        <PaperFact term={text.state}>{payment.status}</PaperFact>
        <PaperFact term={isPaid(payment) ? text.amount : text.notPaid}>
          <strong class="paper-amount">{prices?.exact(payment.amount)}</strong>
        </PaperFact>
        {payment.refunded !== null && <PaperFact term={text.back}>{prices?.exact(payment.refunded)}</PaperFact>}
        <Converted payment={payment} />
      </dl>
      <h2>{small.fees}</h2>
      <FeeTable lines={payment.feeLines} total={payment.amount} />
      <h2>{small.details}</h2>
      <dl class="paper-facts">
        <PaperFact term={small.payee}>{payment.payee}</PaperFact>
        <PaperFact term={small.network}>{payment.networkLabel}</PaperFact>
        <PaperFact term={small.transaction}>{payment.transaction ?? small.noTransaction}</PaperFact>
        <PaperFact term={small.nonce}>{payment.nonce}</PaperFact>
        <PaperFact term={small.offer}>{payment.offer.sentence}</PaperFact>
        <PaperFact term={small.receipt}>{payment.receipt.sentence}</PaperFact>
        {payment.note !== null && <PaperFact term={text.note}>{payment.note.text}</PaperFact>}
        {payment.label !== null && <PaperFact term={text.own}>{payment.label}</PaperFact>}
        {payment.tags.length > 0 && <PaperFact term={text.tags}>{payment.tags.join(', ')}</PaperFact>}
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
  if (payment.converted !== null) return <PaperFact term={words.print.about}>{payment.converted}</PaperFact>
  if (prices === null || prices.estimate === null) return null
  return (
    <PaperFact term={words.print.about}>
      {prices.price(payment.amount)}. {prices.estimate.summary}
    </PaperFact>
  )
}
