import type { PaymentDetail as Detail } from '../../../messaging/views'
import { Amount } from '../../shared/amount'
import { Button } from '../../shared/button'
import { machineTime, writeMoment } from '../../shared/dates'
import { Estimate } from '../../shared/estimate'
import { FeeTable } from '../../shared/fee-table'
import { Failed, Fault, Notice, Waiting } from '../../shared/status'
import { usePrinting } from '../../shared/use-printing'
import { useTask } from '../../shared/use-task'
import { Timeline } from '../../shared/timeline'
import { useView } from '../../shared/use-view'
import { en } from '../../words/en'
import { stepHref } from '../disputes/steps'
import { words as disputes } from '../disputes/words'
import { Page } from '../page'
import { useExport } from '../privacy/export/use-export'
import { words } from '../words'
import { isPaid } from './is-paid'
import { LookForMoney, MoneyBack } from './money-back'
import { Neighbours } from './neighbours'
import { OwnLabel } from './own-label'
import { PrintedReceipt } from './printed-receipt'
import { SmallPrint } from './small-print'
import { webAddress } from './web-address'
import { words as history } from './words'

/** One payment: what happened to the money first, then where it went, then when, and the small print folded away. */
export function PaymentDetail({ id, query = '' }: { readonly id: string; readonly query?: string }) {
  const view = useView('payments.read', { id }, ['payments'])
  const payment = view.state === 'ready' ? view.value : null
  const printing = usePrinting()
  return (
    <Page title={payment?.title ?? words.history.title} tab={words.history.one}>
      <Neighbours id={id} query={query} />
      {view.state === 'waiting' && <Waiting />}
      {view.state === 'failed' && <Failed sentence={view.sentence} onRetry={view.reload} />}
      {view.state === 'ready' && (view.value === null ? <p>{words.history.gone}</p> : <Receipt payment={view.value} />)}
      {printing && payment !== null && <PrintedReceipt payment={payment} />}
    </Page>
  )
}

function Receipt({ payment }: { readonly payment: Detail }) {
  return (
    <>
      <section class="card receipt">
        <p class="quiet">
          {payment.host} · <time dateTime={machineTime(payment.at)}>{writeMoment(payment.at)}</time>
        </p>
        <p class={`receipt-sentence tone-${payment.tone}`} role="status">
          {payment.sentence}
        </p>
        {payment.covers !== null && <p class="small quiet">{payment.covers}</p>}
        {payment.note !== null && <Note note={payment.note} />}
        {payment.unasked && <p class="small quiet">{words.history.unasked}</p>}
        <Amount money={payment.amount} size="hero" exact />
        <MoneyBack payment={payment} />
        <Actions payment={payment} />
        {payment.converted !== null && <p class="small quiet">{payment.converted}</p>}
        <h2>{words.history.fees}</h2>
        <FeeTable lines={payment.feeLines} total={payment.amount} />
        <Estimate />
      </section>
      <OwnLabel payment={payment} />
      <section class="card">
        <h2>{words.history.timeline}</h2>
        <Timeline steps={payment.timeline} />
      </section>
      <LookForMoney payment={payment} />
      <Fraud payment={payment} />
      <SmallPrint payment={payment} />
    </>
  )
}

/** What the reader makes of it afterwards: the watch is told, and nobody else. */
function Fraud({ payment: { id, reported } }: { readonly payment: Detail }) {
  const report = useTask('watch.report')
  const text = words.history.fraud
  return (
    <section class="card stack">
      {reported && <p>{text.reported}</p>}
      <p class="small quiet">{reported ? text.undoText : text.text}</p>
      <div class="row">
        <Button off={report.working} onClick={() => report.run({ payment: id, fraud: !reported }, () => undefined)}>
          {reported ? text.undo : text.report}
        </Button>
      </div>
      <Fault sentence={report.sentence} />
    </section>
  )
}

function Note({ note: { text, sent } }: { readonly note: NonNullable<Detail['note']> }) {
  return (
    <p class="small">
      <span class="quiet">{sent ? words.history.noteSent : words.history.noteKept}</span> <q>{text}</q>
    </p>
  )
}

/** Trying again never costs anything: the button is there only when the worker says so. */
function Actions({ payment }: { readonly payment: Detail }) {
  const retry = useTask('payments.retry')
  const page = webAddress(payment.page)
  const { retry: again, retrying } = en.payment
  const proof = useExport()
  const saveProof = () => proof.begin({ kind: 'receipts', from: null, to: null, payment: payment.id }, '')
  return (
    <>
      <div class="row">
        {payment.canRetry && (
          <Button look="primary" off={retry.working} onClick={() => retry.run({ id: payment.id }, () => undefined)}>
            {retry.working ? retrying : again}
          </Button>
        )}
        {page !== null && (
          <a href={page} target="_blank" rel="noreferrer">
            {words.history.openPage}
          </a>
        )}
        <Button onClick={() => print()}>{history.print.receipt}</Button>
        {isPaid(payment) && (
          <Button off={proof.kind !== null} label={history.proof.label} onClick={saveProof}>
            {history.proof.save}
          </Button>
        )}
        <a href={stepHref(payment.id)}>{disputes.payment.begin}</a>
      </div>
      <Fault sentence={retry.sentence} />
      <div role="status">{proof.outcome !== null && <Notice level={proof.outcome.level}>{proof.outcome.sentence}</Notice>}</div>
      {proof.dialog}
    </>
  )
}
