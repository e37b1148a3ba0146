import type { DisputeDetail as Detail } from '../../../messaging/dispute-views'
import { Failed, Notice, Waiting } from '../../shared/status'
import { usePrinting } from '../../shared/use-printing'
import { useView } from '../../shared/use-view'
import { Page } from '../page'
import { hrefOf } from '../route'
import { Answer } from './answer'
import { Candidates } from './candidates'
import { Close } from './close'
import { Counter } from './counter'
import { Here } from './here'
import { Letter } from './letter'
import { Log } from './log'
import { Note } from './note'
import { Outside } from './outside'
import { PrintedDispute } from './printed'
import { RequestSent } from './request-sent'
import { Standing } from './standing'
import { TakeAlong } from './take-along'
import { words } from './words'

/** One request for money back: what happens to the money, what the seller says beside what the payments show, and what can be done. */
export function DisputeDetail({ id }: { readonly id: string }) {
  const view = useView('disputes.read', { dispute: id, country: null }, ['disputes', 'payments'])
  const dispute = view.state === 'ready' ? view.value : null
  const printing = usePrinting()
  return (
    <Page title={dispute?.title ?? words.title} tab={words.title}>
      <p>
        <a href={hrefOf('disputes')}>{words.all}</a>
      </p>
      {view.state === 'waiting' && <Waiting />}
      {view.state === 'failed' && <Failed sentence={view.sentence} onRetry={view.reload} />}
      {view.state === 'ready' && (view.value === null ? <p>{words.gone}</p> : <Whole dispute={view.value} onDone={view.reload} />)}
      {printing && dispute !== null && <PrintedDispute dispute={dispute} />}
    </Page>
  )
}

/** @param onDone asks again what became of it */
function Whole({ dispute, onDone }: { readonly dispute: Detail; readonly onDone: () => void }) {
  const { can, way, state } = dispute
  return (
    <>
      {!dispute.isIntact && (
        <div role="alert">
          <Notice level="stop">{words.detail.broken}</Notice>
        </div>
      )}
      <Standing dispute={dispute} onDone={onDone} />
      <Candidates payment={dispute.payment} candidates={dispute.candidates} onDone={onDone} />
      {dispute.answer !== null && <Answer answer={dispute.answer} />}
      {can.counter && <Counter dispute={dispute} onDone={onDone} />}
      {((way === 'letter' && state !== 'closed') || can.markSent) && (
        <section class="card stack">
          <h2>{words.detail.letter.title}</h2>
          <Letter letter={dispute.letter} title={dispute.title} contact={dispute.terms.contact} />
        </section>
      )}
      <Note dispute={dispute} onDone={onDone} />
      {(can.escalate || state === 'escalated') && <Outside dispute={dispute} onDone={onDone} />}
      <Here dispute={dispute} />
      <Log log={dispute.log} />
      <RequestSent dispute={dispute} />
      <TakeAlong id={dispute.id} />
      {can.close && <Close id={dispute.id} onDone={onDone} />}
    </>
  )
}
