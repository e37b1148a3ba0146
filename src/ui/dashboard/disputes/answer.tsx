import type { DisputeDetail } from '../../../messaging/dispute-views'
import { words } from './words'

const marks = { true: '✓', false: '✕', null: '?' } as const

/** What the seller says, beside what the payments show; whether they agree is said by mark and word, and never by colour alone. */
export function Answer({ answer: { said, checked, isClaim, agrees } }: { readonly answer: NonNullable<DisputeDetail['answer']> }) {
  const text = words.detail
  const outcome = agrees === null ? 'null' : agrees ? 'true' : 'false'
  return (
    <section class="card stack">
      <div class="sides">
        <div>
          <h2>{text.answer}</h2>
          <p>{said}</p>
        </div>
        <div>
          <h2>{text.checked}</h2>
          <p>{checked}</p>
        </div>
      </div>
      {isClaim && (
        <p class={`agrees agrees-${outcome}`}>
          <span class="agrees-mark" aria-hidden="true">
            {marks[outcome]}
          </span>
          {text.agrees[outcome]}
        </p>
      )}
    </section>
  )
}
