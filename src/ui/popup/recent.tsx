import type { PaymentRow } from '../../messaging/views'
import { Amount } from '../shared/amount'
import { Button } from '../shared/button'
import { openDashboard } from '../shared/pages'
import { Failed, Waiting } from '../shared/status'
import { useView } from '../shared/use-view'
import { en as words } from '../words/en'

const shown = 5
const newest = { before: null, limit: shown }

/** The last payments, newest first. */
export function Recent() {
  const payments = useView('payments.list', newest, ['payments', 'wallet'])
  return (
    <section class="recent">
      <h2 class="small quiet">{words.popup.recent}</h2>
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
      {payments.state === 'ready' && payments.value.next !== null && <Button look="link" onClick={() => open('/history')}>{words.popup.all}</Button>}
    </section>
  )
}

function Payment({ payment }: { readonly payment: PaymentRow }) {
  return (
    <li>
      <button type="button" class="payment" onClick={() => open(`/history/${payment.id}`)}>
        <span class="payment-title">{payment.title}</span>
        <Amount money={payment.amount} />
        <span class={`payment-status small ${payment.tone === 'quiet' ? 'quiet' : payment.tone}`}>{payment.status}</span>
        <span class="payment-host small quiet">{payment.host}</span>
      </button>
    </li>
  )
}

function open(place: string): void {
  void openDashboard(place).then(() => window.close())
}
