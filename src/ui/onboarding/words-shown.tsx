import { useState } from 'preact/hooks'
import { Button } from '../shared/button'
import { Step } from './step'
import { words as text } from './words'

interface WordsShownProps {
  readonly words: readonly string[]
  readonly onWritten: () => void
}

/**
 * The twelve words, hidden until asked for. Text only: no field that a browser could remember, no copy button,
 * because a clipboard is read by many programs.
 */
export function WordsShown({ words, onWritten }: WordsShownProps) {
  const [shown, setShown] = useState(false)
  const [seen, setSeen] = useState(false)
  const [hurried, setHurried] = useState(false)
  const toggle = () => {
    setShown(!shown)
    setSeen(true)
    setHurried(false)
  }
  const goOn = () => (seen ? onWritten() : setHurried(true))
  const { title, text: why, paper, show, hide, list, action, first } = text.shown
  return (
    <Step title={title} text={why}>
      <ol class={`words card${shown ? '' : ' words-hidden'}`} aria-label={list}>
        {words.map((word, at) => (
          <li key={at}>
            <span class="words-number">{at + 1}</span>
            <span class="words-word">{shown ? word : '\u2022\u2022\u2022\u2022\u2022'}</span>
          </li>
        ))}
      </ol>
      <div class="actions">
        <Button onClick={toggle}>{shown ? hide : show}</Button>
        <p class="small quiet">{paper}</p>
      </div>
      <div class="stack-tight">
        <Button look="primary" onClick={goOn}>
          {action}
        </Button>
        <p class="small quiet" role="status">
          {hurried ? first : ''}
        </p>
      </div>
    </Step>
  )
}
