import type { ComponentChildren } from 'preact'
import type { PaymentRow } from '../../../messaging/views'
import { Amount } from '../../shared/amount'
import { machineTime, writeMoment } from '../../shared/dates'
import { PaymentNext } from '../../shared/payment-next'
import { hrefOf } from '../route'
import { words } from '../words'

/** A table of payments. @param children its rows, as PaymentRows draws them */
export function PaymentTable({ caption, children }: { readonly caption: string; readonly children: ComponentChildren }) {
  const { what, status, amount } = words.history.columns
  return (
    <table class="payments">
      <caption class="heard">{caption}</caption>
      <thead class="heard">
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">{status}</th>
          <th scope="col">{amount}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

export function PaymentRows({ rows }: { readonly rows: readonly PaymentRow[] }) {
  return (
    <>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <a class="payment-title" href={hrefOf('history', row.id)}>
              <bdi>{row.title}</bdi>
            </a>
            <span class="payment-place small quiet">
              {row.host} · <time dateTime={machineTime(row.at)}>{writeMoment(row.at)}</time>
            </span>
            <PaymentNext payment={row} />
          </th>
          <td class={`payment-status tone-${row.tone}`}>{row.status}</td>
          <td class="payment-amount">
            <Amount money={row.amount} />
          </td>
        </tr>
      ))}
    </>
  )
}
