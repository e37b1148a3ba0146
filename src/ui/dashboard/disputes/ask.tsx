import type { EvidenceItem, Problem } from '../../../core/dispute/problem'
import { longestWords } from '../../../core/dispute/problem'
import type { AssessmentView } from '../../../messaging/dispute-views'
import type { PaymentDetail } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { writeFullDay } from '../../shared/dates'
import { Field } from '../../shared/field'
import { LongField } from '../../shared/long-field'
import { usePrice } from '../../shared/prices'
import { Failed, Fault, Notice, Waiting } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { useView } from '../../shared/use-view'
import { readAmount, writeAmount } from '../history/look'
import { hrefOf, replaceHash } from '../route'
import { EvidenceChoice } from './evidence-choice'
import { Letter } from './letter'
import { stepHref } from './steps'
import { Verbatim } from './verbatim'
import { usePreview } from './use-preview'
import { words } from './words'

/** What the reader has written so far. */
export interface Draft {
  /** As typed. */
  readonly amount: string
  readonly words: string
  readonly share: readonly EvidenceItem[]
}

interface AskProps {
  readonly payment: PaymentDetail
  readonly problem: Problem
  /** Null before the reader has written anything. */
  readonly draft: Draft | null
  /** Null: thrown away. */
  readonly onDraft: (draft: Draft | null) => void
}

/** The request itself: how much, in whose words, with what shown; and every byte of it before it is sent. */
export function Ask(props: AskProps) {
  const { payment, problem } = props
  const view = useView('disputes.assess', { payment: payment.id, problem }, ['disputes'])
  return (
    <>
      <p>
        <a href={stepHref(payment.id, problem)}>{words.steps.back}</a>
      </p>
      {view.state === 'waiting' && <Waiting>{words.helps.assessing}</Waiting>}
      {view.state === 'failed' && <Failed sentence={view.sentence} onRetry={view.reload} />}
      {view.state === 'ready' && (view.value.ask.possible ? <Request {...props} found={view.value} ask={view.value.ask} /> : <p class="card">{view.value.ask.sentence}</p>)}
    </>
  )
}

type Possible = Extract<AssessmentView['ask'], { readonly possible: true }>

interface RequestProps extends AskProps {
  readonly found: AssessmentView
  readonly ask: Possible
}

function Request({ payment, problem, draft, onDraft, found: { terms }, ask }: RequestProps) {
  const filing = useTask('disputes.file')
  const written = draft ?? { amount: writeAmount(BigInt(ask.proposed.atomic)), words: '', share: [] }
  const amount = within(written.amount, ask)
  const input = amount === null ? null : { payment: payment.id, problem, amount, words: written.words, share: [...written.share] }
  const { shown, isCurrent, sentence } = usePreview(input)
  const most = usePrice()?.exact(ask.most) ?? ''
  const isLetter = ask.way === 'letter'
  const text = words.ask
  const change = (part: Partial<Draft>) => onDraft({ ...written, ...part })
  const submit = (event: Event) => {
    event.preventDefault()
    if (input !== null && isCurrent) filing.run(input, ({ dispute }) => replaceHash(hrefOf('disputes', dispute)))
  }
  return (
    <form class="stack ask" onSubmit={submit} noValidate>
      <section class="card stack">
        {terms.changed && <Notice level="care">{text.changed}</Notice>}
        <Field
          label={text.amount}
          type="decimal"
          maxLength={20}
          value={written.amount}
          hint={text.most(most)}
          error={amount === null ? text.amountWrong(most) : null}
          onInput={(typed) => change({ amount: typed })}
        />
        <LongField label={text.words} value={written.words} maxLength={longestWords} hint={text.wordsHint(longestWords - written.words.length)} onInput={(typed) => change({ words: typed })} />
        <p class="small quiet">{text.kept}</p>
      </section>
      {shown !== null && <EvidenceChoice items={shown.items} share={written.share} onChange={(share) => change({ share })} />}
      <section class="card stack">
        <h2>{isLetter ? text.letterTitle : text.sent}</h2>
        <Fault sentence={sentence} />
        {shown === null && sentence === null && <Waiting>{text.preparing}</Waiting>}
        {shown !== null && isLetter && <Letter letter={shown.letter} title={payment.title} contact={terms.contact} />}
        {shown !== null && !isLetter && <Verbatim label={text.sent} text={shown.request} />}
        {shown !== null && <p>{text.respondBy(writeFullDay(shown.respondBy))}</p>}
      </section>
      <p>{text.honest}</p>
      <div class="dispute-outcome" role="alert">{filing.sentence !== null && <Notice level="stop">{filing.sentence}</Notice>}</div>
      <div class="row">
        <Button look="primary" type="submit" off={!isCurrent || filing.working}>
          {isLetter ? (filing.working ? text.keeping : text.keep) : filing.working ? text.filing : text.file}
        </Button>
        {draft !== null && (
          <Button off={filing.working} onClick={() => onDraft(null)}>
            {text.discard}
          </Button>
        )}
      </div>
    </form>
  )
}

/** What was typed, in atomic units, where it is something and no more than can be asked back. */
function within(typed: string, { most }: Possible): string | null {
  const amount = readAmount(typed)
  return amount !== null && amount > 0n && amount <= BigInt(most.atomic) ? amount.toString() : null
}
