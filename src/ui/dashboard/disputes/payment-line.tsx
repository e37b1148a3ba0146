import type { PaymentRow } from '../../../messaging/views'
import { Amount } from '../../shared/amount'
import { machineTime, writeMoment } from '../../shared/dates'
import { hrefOf } from '../route'

/** Which payment it is about, in a line. */
export function PaymentLine({ payment: { id, title, host, at, amount } }: { readonly payment: PaymentRow }) {
  return (
    <p class="card payment-line">
      <span>
        <a class="payment-title" href={hrefOf('history', id)}>
          <bdi>{title}</bdi>
        </a>
        <span class="small quiet">
          {host} · <time dateTime={machineTime(at)}>{writeMoment(at)}</time>
        </span>
      </span>
      <Amount money={amount} size="large" />
    </p>
  )
}
