import type { Input, Output } from '../../../messaging/contract'
import type { PaymentRow } from '../../../messaging/views'
import { Failed, Waiting } from '../../shared/status'
import type { View } from '../../shared/use-view'
import { PaymentRows, PaymentTable } from '../history/payment-table'
import { hrefOf } from '../route'
import { words } from '../words'
import { isUnderWay } from './under-way'

/** How far back to look for payments under way. Most settle within minutes; what never arrived is looked for longer, and stays in History. */
export const lookedAt: Input<'payments.list'> = { before: null, limit: 100 }
const shown = 5

interface PaymentsProps {
  readonly list: View<Output<'payments.list'>>
}

/** What may still be paid, or has not arrived, each with what happens next. */
export function UnderWay({ list }: PaymentsProps) {
  const rows = list.state === 'ready' ? list.value.rows.filter(isUnderWay) : []
  return rows.length === 0 ? null : <Group title={words.overview.pending} rows={rows} />
}

/** What ended, the newest first, and the way to all of it. */
export function LastPayments({ list }: PaymentsProps) {
  if (list.state === 'waiting') return <Waiting />
  if (list.state === 'failed') return <Failed sentence={list.sentence} onRetry={list.reload} />
  const rows = list.value.rows.filter((row) => !isUnderWay(row)).slice(0, shown)
  if (list.value.rows.length === 0) return null
  return (
    <>
      {rows.length > 0 && <Group title={words.overview.recent} rows={rows} />}
      <p class="overview-all">
        <a href={hrefOf('history')}>{words.overview.all}</a>
      </p>
    </>
  )
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly PaymentRow[] }) {
  return (
    <section class="card payments-group">
      <h2>{title}</h2>
      <PaymentTable caption={title}>
        <PaymentRows rows={rows} />
      </PaymentTable>
    </section>
  )
}
