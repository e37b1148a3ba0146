import type { ComponentChildren } from 'preact'
import type { DisputeDetail } from '../../../messaging/dispute-views'
import { Amount } from '../../shared/amount'
import { Button } from '../../shared/button'
import { machineTime, writeDay, writeFullDay } from '../../shared/dates'
import { Estimate } from '../../shared/estimate'
import { Notice } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { hrefOf } from '../route'
import { words } from './words'

interface PartProps {
  readonly dispute: DisputeDetail
  readonly onDone: () => void
}

/** The money first: what becomes of it, what was asked and what came back; then what is next, and by when. */
export function Standing({ dispute, onDone }: PartProps) {
  const { asked, back, next, outcome, terms } = dispute
  const text = words.detail
  return (
    <section class="card receipt">
      <p class="quiet">
        <a href={hrefOf('history', dispute.payment)}>{dispute.host}</a> · <time dateTime={machineTime(dispute.openedAt)}>{writeDay(dispute.openedAt)}</time> · {words.problems[dispute.problem].label}
      </p>
      <p class={`receipt-sentence tone-${dispute.tone}`} role="status">
        {dispute.sentence}
      </p>
      {outcome !== null && <p>{words.outcomes[outcome]}</p>}
      <dl class="dispute-sums">
        <Sum term={text.asked}>
          <Amount money={asked} size="large" exact />
        </Sum>
        <Sum term={text.back}>{back === null ? <span class="quiet">{text.none}</span> : <Amount money={back} size="large" exact />}</Sum>
      </dl>
      <Estimate />
      {next !== null && (
        <>
          <h2>{text.next}</h2>
          <p>
            <strong>{text.due(writeFullDay(next.at))}</strong> {next.sentence}
          </p>
        </>
      )}
      {terms.changed && <Notice level="care">{words.ask.changed}</Notice>}
      {dispute.unseen !== null && <Notice level="note">{dispute.unseen}</Notice>}
      {dispute.can.refresh && <Refresh dispute={dispute} onDone={onDone} />}
    </section>
  )
}

function Sum({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt class="quiet">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** A seller that takes requests is asked; where it takes none, or it is over, only the chain is looked at. */
function Refresh({ dispute: { id, way, state }, onDone }: PartProps) {
  const task = useTask('disputes.refresh')
  const asks = way === 'endpoint' && state !== 'closed'
  const [rest, working] = asks ? [words.detail.refresh, words.detail.refreshing] : [words.detail.look, words.detail.looking]
  return (
    <>
      <div>
        <Button off={task.working} onClick={() => task.run({ dispute: id }, onDone)}>
          {task.working ? working : rest}
        </Button>
      </div>
      <div class="dispute-outcome" role="status">{task.sentence !== null && <Notice level="stop">{task.sentence}</Notice>}</div>
    </>
  )
}
