import { useId, useState } from 'preact/hooks'
import { problems, type Problem } from '../../../core/dispute/problem'
import { Button } from '../../shared/button'
import { Notice } from '../../shared/status'
import { words } from './words'

interface ChooseProps {
  readonly chosen: Problem | null
  readonly onChoose: (problem: Problem) => void
  readonly onNext: (problem: Problem) => void
}

/** One question, in the reader's words. */
export function Choose({ chosen, onChoose, onNext }: ChooseProps) {
  const [isEmpty, setEmpty] = useState(false)
  const name = useId()
  const submit = (event: Event) => {
    event.preventDefault()
    setEmpty(chosen === null)
    if (chosen !== null) onNext(chosen)
  }
  return (
    <form class="stack" onSubmit={submit}>
      <fieldset class="choices problems">
        <legend class="heard">{words.begin.legend}</legend>
        {problems.map((problem) => (
          <label key={problem} class="problem">
            <input type="radio" name={name} value={problem} checked={chosen === problem} aria-describedby={`${name}-${problem}`} onChange={() => onChoose(problem)} />
            <span>{words.problems[problem].label}</span>
            <span id={`${name}-${problem}`} class="small quiet">
              {words.problems[problem].text}
            </span>
          </label>
        ))}
      </fieldset>
      <div class="dispute-outcome" role="alert">{isEmpty && chosen === null && <Notice level="note">{words.begin.choose}</Notice>}</div>
      <div>
        <Button look="primary" type="submit">
          {words.begin.next}
        </Button>
      </div>
    </form>
  )
}
