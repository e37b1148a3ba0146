import type { RefundCandidateView, RefundLookView } from '../../../messaging/dispute-views'
import { Amount } from '../../shared/amount'
import { Button } from '../../shared/button'
import { machineTime, writeMoment } from '../../shared/dates'
import { usePrice } from '../../shared/prices'
import { Notice } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { webAddress } from '../history/web-address'
import { words } from './words'

interface CandidatesProps {
  readonly payment: string
  readonly candidates: readonly RefundCandidateView[]
  readonly onDone: (found: RefundLookView) => void
}

/** Money of which the wallet cannot tell what it was for: the reader may know. */
export function Candidates({ payment, candidates, onDone }: CandidatesProps) {
  const task = useTask('refunds.answer')
  if (candidates.length === 0) return null
  const answer = (candidate: string, isIt: boolean) => task.run({ payment, candidate, isIt }, onDone)
  return (
    <section class="card stack">
      <h2>{words.detail.candidates}</h2>
      <p class="small quiet">{words.detail.candidatesText}</p>
      <ul class="candidates">
        {candidates.map((one) => (
          <Candidate key={one.key} candidate={one} off={task.working} onAnswer={(isIt) => answer(one.key, isIt)} />
        ))}
      </ul>
      <div class="dispute-outcome" role="alert">{task.sentence !== null && <Notice level="stop">{task.sentence}</Notice>}</div>
    </section>
  )
}

interface CandidateProps {
  readonly candidate: RefundCandidateView
  readonly off: boolean
  readonly onAnswer: (isIt: boolean) => void
}

function Candidate({ candidate: { amount, at, explorer }, off, onAnswer }: CandidateProps) {
  const prices = usePrice()
  const text = words.detail
  const named = text.candidate(prices?.exact(amount) ?? '', writeMoment(at))
  const href = webAddress(explorer)
  return (
    <li class="candidate">
      <div>
        <Amount money={amount} size="large" exact />
        <p class="small quiet">
          <time dateTime={machineTime(at)}>{writeMoment(at)}</time>{' '}
          {href !== null && (
            <a href={href} target="_blank" rel="noreferrer">
              {text.explorer}
            </a>
          )}
        </p>
      </div>
      <div class="row">
        <Button off={off} label={text.yesLabel(named)} onClick={() => onAnswer(true)}>
          {text.yes}
        </Button>
        <Button off={off} label={text.noLabel(named)} onClick={() => onAnswer(false)}>
          {text.no}
        </Button>
      </div>
    </li>
  )
}
