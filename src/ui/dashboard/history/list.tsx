import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../shared/button'
import { Estimate } from '../../shared/estimate'
import { Failed, Waiting } from '../../shared/status'
import { useView } from '../../shared/use-view'
import { words } from '../words'
import { PaymentRows, PaymentTable } from './payment-table'

const pageSize = 50

/** Every payment, newest first, a page at a time. Reads only what is on this device. */
export function PaymentList() {
  const first = useView('payments.list', { before: null, limit: pageSize }, ['payments'])
  const [older, setOlder] = useState(0)
  if (first.state === 'waiting') return <Waiting />
  if (first.state === 'failed') return <Failed sentence={first.sentence} onRetry={first.reload} />
  const { rows, next } = first.value
  if (rows.length === 0) return <p class="card quiet">{words.history.empty}</p>
  return (
    <>
      <PaymentTable caption={words.history.caption}>
        <PaymentRows rows={rows} />
        <OlderPages before={next} pages={older} onMore={() => setOlder(older + 1)} />
      </PaymentTable>
      <Estimate />
    </>
  )
}

interface OlderPagesProps {
  /** Where the page above ends, or null when there is nothing older. */
  readonly before: number | null
  /** How many further pages the reader has asked for. */
  readonly pages: number
  readonly onMore: () => void
}

/** Begins exactly where the page above ends, also when a new payment has moved that. */
function OlderPages({ before, pages, onMore }: OlderPagesProps) {
  if (before === null) return null
  if (pages > 0) return <OlderPage before={before} pages={pages} onMore={onMore} />
  return (
    <Wide>
      <Button onClick={onMore}>{words.history.more}</Button>
    </Wide>
  )
}

function OlderPage({ before, pages, onMore }: OlderPagesProps & { readonly before: number }) {
  const page = useView('payments.list', { before, limit: pageSize }, ['payments'])
  if (page.state === 'waiting') return <Wide><Waiting /></Wide>
  if (page.state === 'failed') return <Wide><Failed sentence={page.sentence} onRetry={page.reload} /></Wide>
  return (
    <>
      <PaymentRows rows={page.value.rows} />
      <OlderPages before={page.value.next} pages={pages - 1} onMore={onMore} />
    </>
  )
}

function Wide({ children }: { readonly children: ComponentChildren }) {
  return (
    <tr>
      <td class="payments-wide" colSpan={3}>{children}</td>
    </tr>
  )
}
