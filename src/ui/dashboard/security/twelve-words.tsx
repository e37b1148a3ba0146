import { useState } from 'preact/hooks'
import { Button } from '../../shared/button'
import { Notice } from '../../shared/status'
import { useGuarded } from '../../shared/step-up'
import { WordList } from '../../shared/word-list'
import { WordsCheck } from '../../shared/words-check'
import { Drill } from './drill'
import { useShownWords } from './use-shown-words'
import { words as text } from './words'

interface TwelveWordsProps {
  readonly backedUp: boolean
  /** When to ask whether they can still be found, in milliseconds since 1970; null for not at all. */
  readonly drillDueAt: number | null
  readonly onConfirmed: () => void
  readonly onChecked: () => void
}

/** The words again, after a proof, for a minute; and the check that they were written down, where that has not been made. */
export function TwelveWords({ backedUp, drillDueAt, onConfirmed, onChecked }: TwelveWordsProps) {
  const [shown, setShown] = useShownWords()
  /** Kept for the check alone, and never on screen. */
  const [asked, setAsked] = useState<readonly string[] | null>(null)
  const read = useGuarded('words.read')
  const written = () => {
    setAsked(shown)
    setShown(null)
  }
  const confirmed = () => {
    setAsked(null)
    onConfirmed()
  }
  const { title, why, never, show, showing, check, later, unconfirmed } = text.twelve
  return (
    <section class="card stack">
      <h2>{title}</h2>
      <p>{why}</p>
      <p>{never}</p>
      {!backedUp && asked === null && <Notice level="care">{unconfirmed}</Notice>}
      {read.sentence !== null && (
        <div role="alert">
          <Notice level="stop">{read.sentence}</Notice>
        </div>
      )}
      {asked !== null && (
        <>
          <p>{check}</p>
          <WordsCheck
            words={asked}
            onAnswered={confirmed}
            secondary={
              <Button look="link" onClick={() => setAsked(null)}>
                {later}
              </Button>
            }
          />
        </>
      )}
      {shown !== null && <Shown words={shown} onHide={() => setShown(null)} onWritten={backedUp ? null : written} />}
      {shown === null && asked === null && (
        <>
          {/* The way to the words is the button below. */}
          {backedUp && <Drill dueAt={drillDueAt} toTheWords={null} onChecked={onChecked} />}
          <div>
            <Button off={read.working} onClick={() => read.run({}, ({ words }) => setShown(words))}>
              {read.working ? showing : show}
            </Button>
          </div>
        </>
      )}
      {read.dialog}
    </section>
  )
}

interface ShownProps {
  readonly words: readonly string[]
  readonly onHide: () => void
  /** Null where it has been checked already that they are written down. */
  readonly onWritten: (() => void) | null
}

function Shown({ words, onHide, onWritten }: ShownProps) {
  const { paper, hides, hide, confirm } = text.twelve
  return (
    <>
      <WordList shown={words} />
      <p class="small quiet">
        {paper} {hides}
      </p>
      <div class="row">
        {onWritten !== null && (
          <Button look="primary" onClick={onWritten}>
            {confirm}
          </Button>
        )}
        <Button onClick={onHide}>{hide}</Button>
      </div>
    </>
  )
}
