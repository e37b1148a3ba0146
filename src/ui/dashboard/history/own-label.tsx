import { useId } from 'preact/hooks'
import { longestLabelNote } from '../../../core/history/label'
import type { PaymentDetail } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { Field } from '../../shared/field'
import { Fault } from '../../shared/status'
import { areTags, useLabel } from './use-label'
import { words } from './words'

/** What the reader writes beside a payment, for themselves: kept as they write, and found by the search. */
export function OwnLabel({ payment }: { readonly payment: PaymentDetail }) {
  const { note, tags, state, sentence, canUndo, write, keep, undo } = useLabel(payment)
  const text = words.label
  const id = useId()
  const keepNow = (event: KeyboardEvent) => {
    if (event.type === 'keydown' && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep()
  }
  return (
    <section class="card stack own-label" onFocusOut={keep}>
      <h2>{text.title}</h2>
      <div class="field">
        <label for={id}>{text.note}</label>
        <div class="field-line">
          <textarea
            id={id}
            rows={3}
            value={note}
            maxLength={longestLabelNote}
            aria-describedby={`${id}-hint`}
            onInput={(event) => write({ note: event.currentTarget.value })}
            onKeyDown={keepNow}
          />
        </div>
        <p id={`${id}-hint`} class="field-message">
          {text.noteHint}
        </p>
      </div>
      <Field label={text.tags} hint={text.tagsHint} error={areTags(tags) ? null : text.tagsWrong} value={tags} onInput={(written) => write({ tags: written })} onKey={keepNow} />
      <p class="row small">
        <span class="quiet" role="status">
          {areTags(tags) ? text.states[state] : ''}
        </span>
        {canUndo && (
          <Button look="link" onClick={undo}>
            {text.undo}
          </Button>
        )}
      </p>
      <Fault sentence={sentence} />
    </section>
  )
}
