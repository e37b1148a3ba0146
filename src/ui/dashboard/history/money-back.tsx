import { useState } from 'preact/hooks'
import type { RefundLookView } from '../../../messaging/dispute-views'
import type { PaymentDetail } from '../../../messaging/views'
import { Amount } from '../../shared/amount'
import { Button } from '../../shared/button'
import { Notice } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { Candidates } from '../disputes/candidates'
import { words } from '../disputes/words'
import { hrefOf } from '../route'
import { isPaid } from './is-paid'

/** What came back of a payment, and how it stands with what was asked back. */
export function MoneyBack({ payment: { refunded, dispute } }: { readonly payment: PaymentDetail }) {
  const text = words.payment
  return (
    <>
      {refunded !== null && (
        <p class="tone-good">
          {text.refunded} <Amount money={refunded} />
        </p>
      )}
      {dispute !== null && (
        <p>
          {text.dispute(dispute.status)} <a href={hrefOf('disputes', dispute.id)}>{text.open}</a>
        </p>
      )}
    </>
  )
}

/** Sellers give money back without being asked, too. Looked for when the reader wants to know: it asks the payment network. */
export function LookForMoney({ payment }: { readonly payment: PaymentDetail }) {
  const looking = useTask('refunds.look')
  const [found, setFound] = useState<RefundLookView | null>(null)
  if (!isPaid(payment)) return null
  const text = words.payment.look
  return (
    <>
      <section class="card stack">
        <h2>{text.title}</h2>
        <p class="small quiet">{text.text}</p>
        <div class="row">
          <Button off={looking.working} onClick={() => looking.run({ payment: payment.id }, setFound)}>
            {looking.working ? text.looking : text.look}
          </Button>
        </div>
        <div class="dispute-outcome" role="status">
          {looking.sentence === null ? found !== null && <p>{found.sentence}</p> : <Notice level="stop">{looking.sentence}</Notice>}
        </div>
      </section>
      {found !== null && <Candidates payment={payment.id} candidates={found.candidates} onDone={setFound} />}
    </>
  )
}
