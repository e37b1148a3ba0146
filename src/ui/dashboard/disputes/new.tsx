import { useState } from 'preact/hooks'
import type { Problem } from '../../../core/dispute/problem'
import type { PaymentDetail } from '../../../messaging/views'
import { Failed, Notice, Waiting } from '../../shared/status'
import { useView } from '../../shared/use-view'
import { Page } from '../page'
import { hrefOf } from '../route'
import { Ask } from './ask'
import { Choose } from './choose'
import { Helps } from './helps'
import { PaymentLine } from './payment-line'
import { stepHref, type Step } from './steps'
import { useDrafts } from './use-drafts'
import { words } from './words'

const titleOf = ({ problem, asks }: Step): string => (problem === null ? words.begin.title : asks ? words.ask.title : words.problems[problem].label)

/** From what went wrong, to what helps at once, to a request for the money. What was written on the way stays while the reader goes back and forth. */
export function NewDispute({ step }: { readonly step: Step }) {
  const { payment } = step
  return (
    <Page title={titleOf(step)}>
      {payment === null ? (
        <p>
          {words.begin.noPayment} <a href={hrefOf('history')}>{words.history}</a>
        </p>
      ) : (
        <OfPayment id={payment} step={step} />
      )}
    </Page>
  )
}

function OfPayment({ id, step }: { readonly id: string; readonly step: Step }) {
  const view = useView('payments.read', { id }, ['payments', 'disputes'])
  if (view.state === 'waiting') return <Waiting />
  if (view.state === 'failed') return <Failed sentence={view.sentence} onRetry={view.reload} />
  return view.value === null ? <p>{words.begin.gonePayment}</p> : <Steps payment={view.value} step={step} />
}

function Steps({ payment, step: { problem, asks } }: { readonly payment: PaymentDetail; readonly step: Step }) {
  const [chosen, setChosen] = useState<Problem | null>(problem)
  const drafts = useDrafts(payment.id)
  const go = (next: Problem) => {
    location.hash = stepHref(payment.id, next)
  }
  return (
    <>
      <PaymentLine payment={payment} />
      {problem === null && payment.dispute !== null && (
        <Notice level="note">
          {words.payment.dispute(payment.dispute.status)} <a href={hrefOf('disputes', payment.dispute.id)}>{words.payment.open}</a>
        </Notice>
      )}
      {problem === null && drafts.begun !== null && (
        <Notice level="note">
          {words.begin.begun(words.problems[drafts.begun].label)} <a href={stepHref(payment.id, drafts.begun, true)}>{words.begin.goOn}</a>
        </Notice>
      )}
      {problem === null && <Choose chosen={chosen} onChoose={setChosen} onNext={go} />}
      {problem !== null && !asks && <Helps key={problem} payment={payment} problem={problem} />}
      {problem !== null && asks && !drafts.isReady && <Waiting />}
      {problem !== null && asks && drafts.isReady && <Ask key={problem} payment={payment} problem={problem} draft={drafts.of(problem)} onDraft={(draft) => drafts.keep(problem, draft)} />}
    </>
  )
}
