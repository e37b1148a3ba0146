import type { PaymentRow } from '../../messaging/views'
import { en as words } from '../words/en'
import { Button } from './button'
import { Notice } from './status'
import { useTask } from './use-task'

interface PaymentNextProps {
  readonly payment: Pick<PaymentRow, 'id' | 'state' | 'title'>
}

/** What happens next to a payment, in a line for below its status; nothing where it is over. */
export function PaymentNext({ payment }: PaymentNextProps) {
  const next = words.payment.next[payment.state]
  if (next === null) return null
  return (
    <div class="payment-next small">
      <p class="quiet">{next}</p>
      {payment.state === 'undelivered' && <RetryFree payment={payment} />}
    </div>
  )
}

/** Fetches what was paid for. Never a second charge. */
function RetryFree({ payment: { id, title } }: PaymentNextProps) {
  const task = useTask('payments.retry')
  const { retry, retrying, retryLabel } = words.payment
  const action = task.working ? retrying : retry
  return (
    <>
      <Button look="link" off={task.working} label={retryLabel(action, title)} onClick={() => task.run({ id }, () => undefined)}>
        {action}
      </Button>
      <div role="status">{task.sentence !== null && <Notice level="stop">{task.sentence}</Notice>}</div>
    </>
  )
}
