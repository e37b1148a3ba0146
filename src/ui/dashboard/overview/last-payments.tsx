import type { PaymentRow } from '../../../messaging/views'
import { Failed, Waiting } from '../../shared/status'
import { useView } from '../../shared/use-view'
import { PaymentRows, PaymentTable } from '../history/payment-table'
import { hrefOf } from '../route'
import { words } from '../words'
import { isUnderWay } from './under-way'

/** How far back to look for payments under way. Most settle within minutes; what never arrived is looked for longer, and stays in History. */
const lookedAt = 100
const shown = 5

export function LastPayments() {
  const list = useView('payments.list', { before: null, limit: lookedAt }, ['payments'])
  if (list.state === 'waiting') return <Waiting />
  if (list.state === 'failed') return <Failed sentence={list.sentence} onRetry={list.reload} />
  const { rows } = list.value
  const underWay = rows.filter(isUnderWay)
  const rest = rows.filter((row) => !isUnderWay(row)).slice(0, shown)
  const { pending, recent, all } = words.overview
  return (
    <>
      {underWay.length > 0 && <Group title={pending} rows={underWay} />}
      {rest.length > 0 && <Group title={recent} rows={rest} />}
      {rows.length > 0 ? (
        <p>
          <a href={hrefOf('history')}>{all}</a>
        </p>
      ) : (
        <p class="quiet">{words.history.empty}</p>
      )}
    </>
  )
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly PaymentRow[] }) {
  return (
    <section class="card">
      <h2>{title}</h2>
      <PaymentTable caption={title}>
        <PaymentRows rows={rows} />
      </PaymentTable>
    </section>
  )
}
