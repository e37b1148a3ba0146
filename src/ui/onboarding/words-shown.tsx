import { useState } from 'preact/hooks'
import { Button } from '../shared/button'
import { WordList } from '../shared/word-list'
import { Step } from './step'
import { words as text } from './words'

interface WordsShownProps {
  readonly words: readonly string[]
  readonly onWritten: () => void
  readonly onLater: () => void
}

/** The twelve words, hidden until asked for. */
export function WordsShown({ words, onWritten, onLater }: WordsShownProps) {
  const [shown, setShown] = useState(false)
  const [seen, setSeen] = useState(false)
  const [hurried, setHurried] = useState(false)
  const toggle = () => {
    setShown(!shown)
    setSeen(true)
    setHurried(false)
  }
  const goOn = () => (seen ? onWritten() : setHurried(true))
  const { title, text: why, paper, show, hide, action, first, later, laterText } = text.shown
  return (
    <Step title={title} text={why}>
      <WordList shown={shown ? words : null} />
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
      <div class="stack-tight">
        <Button look="link" onClick={onLater}>
          {later}
        </Button>
        <p class="small quiet">{laterText}</p>
      </div>
    </Step>
  )
}
