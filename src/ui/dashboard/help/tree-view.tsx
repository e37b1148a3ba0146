import { useEffect, useRef } from 'preact/hooks'
import { ButtonLink } from '../../shared/button'
import { hrefOf } from '../route'
import { firstStep, isQuestion, type End, type Question, type Tree } from './tree'
import { words } from './words'

/** A tree, one step at a time. Steps are addresses and choices plain links: keyboard and the browser's way back come with them. */
export function TreeView({ tree, at }: { readonly tree: Tree; readonly at: string | null }) {
  const known = at !== null && tree.steps.has(at) ? at : firstStep
  const step = tree.steps.get(known)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (known !== firstStep) place.current?.focus()
  }, [known])
  if (step === undefined) return null
  return (
    <div key={known} ref={place} tabIndex={-1} class="stack">
      {isQuestion(step) ? <Asked tree={tree.id} question={step} /> : <Ending end={step} />}
      {known !== firstStep && (
        <p>
          <a href={hrefOf('help', tree.id)}>{words.again}</a>
        </p>
      )}
    </div>
  )
}

function Asked({ tree, question: { ask, choices } }: { readonly tree: string; readonly question: Question }) {
  return (
    <>
      <h2>{ask}</h2>
      <ul class="help-list">
        {choices.map(({ label, to }) => (
          <li key={to}>
            <a class="help-choice" href={hrefOf('help', tree, `at=${to}`)}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Ending({ end: { say, doors } }: { readonly end: End }) {
  return (
    <section class="card stack">
      {say.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {doors.length === 0 ? (
        <p class="quiet">{words.nothing}</p>
      ) : (
        <ul class="row" aria-label={words.doors}>
          {doors.map(({ label, page, detail = null }, place) => (
            <li key={label}>
              <ButtonLink look={place === 0 ? 'primary' : 'secondary'} href={hrefOf(page, detail)}>
                {label}
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
