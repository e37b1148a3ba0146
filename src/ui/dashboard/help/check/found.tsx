import type { Finding } from '../../../../core/selling-check/finding'
import { report } from '../../../../core/selling-check/report'
import { words as checks } from '../../../../core/selling-check/words'
import { CopyButton } from '../../../shared/copy-button'
import { words } from './words'

const order = ['wrong', 'advice', 'unknown', 'good'] as const

/** What was found, what is wrong first. */
export function Found({ findings }: { readonly findings: readonly Finding[] }) {
  const of = (outcome: Finding['outcome']) => findings.filter((one) => one.outcome === outcome)
  return (
    <section class="stack">
      <div class="row">
        <h2 aria-live="polite">{words.sum(of('wrong').length, of('advice').length)}</h2>
        <CopyButton text={report(findings)} label={words.report} />
      </div>
      {order.map((outcome) => (
        <Group key={outcome} outcome={outcome} findings={of(outcome)} />
      ))}
      <p class="small quiet">{words.paying}</p>
    </section>
  )
}

function Group({ outcome, findings }: { readonly outcome: Finding['outcome']; readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  const list = (
    <ul class="help-list">
      {findings.map((finding) => (
        <li key={`${finding.check} ${finding.at}`} class="card stack check-found">
          <One finding={finding} />
        </li>
      ))}
    </ul>
  )
  const title = `${words.outcomes[outcome]} (${findings.length})`
  // What is good is there to be counted; nobody has to read it.
  if (outcome !== 'good') {
    return (
      <section class="stack">
        <h3>{title}</h3>
        {list}
      </section>
    )
  }
  return (
    <details class="stack">
      <summary>{title}</summary>
      {list}
    </details>
  )
}

function One({ finding: { check, outcome, at, seen } }: { readonly finding: Finding }) {
  const { looked, good, bad, mend } = checks[check]
  return (
    <>
      <p>
        <strong>{outcome === 'unknown' ? `${looked}: ${words.untold}` : outcome === 'good' ? good : bad}</strong>
      </p>
      {(outcome === 'wrong' || outcome === 'advice') && <p>{mend}</p>}
      <p class="small quiet check-at">
        <bdi>{at}</bdi>
        {seen !== null && seen !== '' && (
          <>
            {` · ${words.seen}: `}
            <bdi>{seen}</bdi>
          </>
        )}
      </p>
    </>
  )
}
