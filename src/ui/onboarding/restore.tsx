import type { TargetedSubmitEvent } from 'preact'
import { useId, useState } from 'preact/hooks'
import { Button } from '../shared/button'
import { useTask } from '../shared/use-task'
import { readWords, wordCount } from '../shared/words-given'
import { Step } from './step'
import { words as text } from './words'

/** What a message may carry; twelve words with numbering and line breaks are less than half of it. */
const longestInput = 400

interface RestoreProps {
  readonly password: string
  readonly onRestored: () => void
}

/** Opens a wallet again from its words. The count is checked here as they are typed, the words themselves by the worker. */
export function Restore({ password, onRestored }: RestoreProps) {
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const restore = useTask('wallet.restore')
  const given = readWords(typed)
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (given.length === wordCount) restore.run({ words: given.join(' '), password }, onRestored)
  }
  const type = (value: string) => {
    setTyped(value)
    setTried(false)
  }
  const error = tried ? (countFault(given.length) ?? restore.sentence) : null
  return (
    <Step title={text.restore.title} text={text.restore.text}>
      <form class="stack" autocomplete="off" onSubmit={submit}>
        <WordsField value={typed} count={given.length} error={error} onInput={type} />
        <Button type="submit" look="primary" off={restore.working}>
          {restore.working ? text.restore.working : text.restore.action}
        </Button>
      </form>
    </Step>
  )
}

function countFault(count: number): string | null {
  if (count === wordCount) return null
  return count < wordCount ? text.restore.tooFew(count) : text.restore.tooMany(count)
}

interface WordsFieldProps {
  readonly value: string
  readonly count: number
  readonly error: string | null
  readonly onInput: (value: string) => void
}

/**
 * Neither corrected, nor spell-checked (some browsers do that on a server), nor remembered.
 * `autoCorrect` is written so that it becomes an attribute: the property `autocorrect` takes any text for "on".
 */
function WordsField({ value, count, error, onInput }: WordsFieldProps) {
  const id = useId()
  return (
    <div class={`field${error === null ? '' : ' field-wrong'}`}>
      <label for={id}>{text.restore.label}</label>
      <div class="field-line">
        <textarea
          id={id}
          rows={4}
          value={value}
          maxLength={longestInput}
          autocomplete="off"
          autocapitalize="off"
          autoCorrect="off"
          spellcheck={false}
          aria-invalid={error !== null}
          aria-describedby={`${id}-message`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </div>
      <p id={`${id}-message`} class="field-message" aria-live="polite">
        {error ?? text.restore.count(count)}
      </p>
    </div>
  )
}
