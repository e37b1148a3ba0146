import type { Problem } from '../../../core/dispute/problem'
import type { AssessmentView, HelpView } from '../../../messaging/dispute-views'
import type { PaymentDetail } from '../../../messaging/views'
import { Button, ButtonLink } from '../../shared/button'
import { writeFullDay } from '../../shared/dates'
import { Failed, Notice, Waiting } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { useView } from '../../shared/use-view'
import { PaymentRows, PaymentTable } from '../history/payment-table'
import { webAddress } from '../history/web-address'
import { hrefOf } from '../route'
import { stepHref } from './steps'
import { words } from './words'

interface HelpsProps {
  readonly payment: PaymentDetail
  readonly problem: Problem
}

/** What is known, then what helps at once, and only then the way to ask for money back. */
export function Helps({ payment, problem }: HelpsProps) {
  const view = useView('disputes.assess', { payment: payment.id, problem }, ['payments', 'disputes'])
  return (
    <>
      <p>
        <a href={stepHref(payment.id)}>{words.steps.change}</a>
      </p>
      {view.state === 'waiting' && <Waiting>{words.helps.assessing}</Waiting>}
      {view.state === 'failed' && <Failed sentence={view.sentence} onRetry={view.reload} />}
      {view.state === 'ready' && <Assessed found={view.value} onLook={view.reload} />}
    </>
  )
}

function Assessed({ found, onLook }: { readonly found: AssessmentView; readonly onLook: () => void }) {
  const { facts, helps, problem } = found
  // Whoever may have been robbed has something more urgent to do than anything else here.
  const sorted = [...helps].sort((one, other) => Number(other.kind === 'secure') - Number(one.kind === 'secure'))
  return (
    <>
      {facts.length > 0 && (
        <section class="card">
          <h2>{words.helps.facts}</h2>
          <ul class="facts-known">
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </section>
      )}
      {sorted.length > 0 && (
        <section class="card stack">
          <h2>{words.helps.title}</h2>
          {sorted.map((help) => (
            <div key={help.kind} class="stack help">
              <Help help={help} found={found} onLook={onLook} />
            </div>
          ))}
        </section>
      )}
      {problem === 'withdrawal' && <Withdrawal policy={found.terms.policyUrl} />}
      <MoneyBack found={found} isFirst={!helps.some(({ kind }) => kind === 'retry' || kind === 'secure' || kind === 'dispute')} />
    </>
  )
}

function Help({ help, found, onLook }: { readonly help: HelpView; readonly found: AssessmentView; readonly onLook: () => void }) {
  const text = words.helps
  switch (help.kind) {
    case 'retry':
      return <Retry id={found.payment.id} sentence={help.sentence} primary={!found.helps.some(({ kind }) => kind === 'secure')} />
    case 'not-charged':
      return (
        <>
          <p>{help.sentence}</p>
          {!help.isCertain && (
            <div>
              <Button onClick={onLook}>{text.notCharged}</Button>
            </div>
          )}
        </>
      )
    case 'duplicates':
      return (
        <>
          <p>{help.sentence}</p>
          <PaymentTable caption={help.sentence}>
            <PaymentRows rows={help.payments} />
          </PaymentTable>
        </>
      )
    case 'refunded':
      return <Lead sentence={help.sentence} href={hrefOf('history', found.payment.id)} action={text.payment} />
    case 'dispute':
      return <Lead sentence={help.sentence} href={hrefOf('disputes', help.dispute)} action={text.dispute} primary />
    case 'secure':
      return <Lead sentence={help.sentence} href={hrefOf('security')} action={text.secure} primary />
  }
}

interface LeadProps {
  readonly sentence: string
  readonly href: string
  readonly action: string
  readonly primary?: boolean
}

function Lead({ sentence, href, action, primary = false }: LeadProps) {
  return (
    <>
      <p>{sentence}</p>
      <div>
        <ButtonLink look={primary ? 'primary' : 'secondary'} href={href}>
          {action}
        </ButtonLink>
      </div>
    </>
  )
}

/** Never a second charge. */
function Retry({ id, sentence, primary }: { readonly id: string; readonly sentence: string; readonly primary: boolean }) {
  const task = useTask('payments.retry')
  const text = words.helps
  return (
    <>
      <p>{sentence}</p>
      <div>
        <Button look={primary ? 'primary' : 'secondary'} off={task.working} onClick={() => task.run({ id }, () => undefined)}>
          {task.working ? text.retrying : text.retry}
        </Button>
      </div>
      <div class="dispute-outcome" role="status">{task.sentence !== null && <Notice level="stop">{task.sentence}</Notice>}</div>
    </>
  )
}

/** What the law gives, and what it does not. The seller's link is its own duty, and opened by the reader alone. */
function Withdrawal({ policy }: { readonly policy: string | null }) {
  const text = words.withdrawal
  const href = webAddress(policy)
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      {text.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {href !== null && (
        <p>
          <a href={href} target="_blank" rel="noreferrer">
            {text.link(new URL(href).host)}
          </a>
        </p>
      )}
    </section>
  )
}

function MoneyBack({ found, isFirst }: { readonly found: AssessmentView; readonly isFirst: boolean }) {
  const { ask, terms, seller, payment, problem } = found
  const text = words.ask
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      {ask.possible ? (
        <>
          <p>{text.honest}</p>
          <p>
            {ask.way === 'letter' || terms.endpointHost === null ? text.letter : text.endpoint(terms.endpointHost)} {text.until(writeFullDay(ask.until))}
          </p>
          <p class="small quiet">{terms.sentence}</p>
          {seller !== null && (
            <p class="small quiet">
              {words.helps.record}: {seller}
            </p>
          )}
          <div>
            <ButtonLink look={isFirst ? 'primary' : 'secondary'} href={stepHref(payment.id, problem, true)}>
              {text.open}
            </ButtonLink>
          </div>
        </>
      ) : (
        <p>{ask.sentence}</p>
      )}
    </section>
  )
}
