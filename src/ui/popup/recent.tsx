import type { Input, Output } from '../../messaging/contract'
import type { PaymentRow } from '../../messaging/views'
import { Amount } from '../shared/amount'
import { Button } from '../shared/button'
import { openDashboard } from '../shared/pages'
import { PaymentNext } from '../shared/payment-next'
import { Failed, Waiting } from '../shared/status'
import type { View } from '../shared/use-view'
import { en as words } from '../words/en'

/** What the list is asked for. */
export const newestPayments: Input<'payments.list'> = { before: null, limit: 5 }

/** The last payments, newest first. */
export function Recent({ payments }: { readonly payments: View<Output<'payments.list'>> }) {
  return (
    <section class="recent">
      <div class="recent-head">
        <h2 class="small quiet">{words.popup.recent}</h2>
        {payments.state === 'ready' && payments.value.next !== null && (
          <Button look="link" onClick={() => open('/history')}>
            {words.popup.all}
          </Button>
        )}
      </div>
      {payments.state === 'waiting' && <Waiting>{words.popup.readingPayments}</Waiting>}
      {payments.state === 'failed' && <Failed sentence={payments.sentence} onRetry={payments.reload} />}
      {payments.state === 'ready' && payments.value.rows.length === 0 && <p class="quiet">{words.popup.noPayments}</p>}
      {payments.state === 'ready' && (
        <ul>
          {payments.value.rows.map((payment) => (
            <Payment key={payment.id} payment={payment} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Payment({ payment }: { readonly payment: PaymentRow }) {
  return (
    <li>
      <button type="button" class="payment" onClick={() => open(`/history/${payment.id}`)}>
        <span class="payment-title">
          <bdi>{payment.title}</bdi>
        </span>
        <Amount money={payment.amount} />
        <span class={`payment-status small ${payment.tone === 'quiet' ? 'quiet' : payment.tone}`}>{payment.status}</span>
        <span class="payment-host small quiet">{payment.host}</span>
      </button>
      <PaymentNext payment={payment} />
    </li>
  )
}

function open(place: string): void {
  void openDashboard(place).then(() => window.close())
}
