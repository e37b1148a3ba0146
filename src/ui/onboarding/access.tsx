import { useState } from 'preact/hooks'
import type { Settings } from '../../messaging/views'
import { Button } from '../shared/button'
import { chooseAccess, type AccessOutcome } from '../shared/choose-access'
import { writeFullDay } from '../shared/dates'
import { Notice } from '../shared/status'
import type { MadeAt } from './state'
import { Step } from './step'
import { words } from './words'

interface AccessProps {
  readonly madeAt: MadeAt
  readonly onChosen: () => void
}

/** Where to look for prices. Declining the browser's question is an answer too, and the way goes on. */
export function Access({ madeAt, onChosen }: AccessProps) {
  const [outcome, setOutcome] = useState<AccessOutcome | null>(null)
  const choose = (access: Settings['access']) => {
    // Straight from the click: the browser asks for a permission only then.
    void chooseAccess(access).then((reached) => (reached.kind === 'chosen' ? onChosen() : setOutcome(reached)))
  }
  const { title, text, everywhere, everywhereText, onClick, onClickText, declined, goOn, privacy } = words.access
  return (
    <Step title={title} text={text}>
      {madeAt !== null && <Notice level="good">{words.backup.back(writeFullDay(madeAt))}</Notice>}
      <Choice title={everywhere} text={everywhereText} onChoose={() => choose('everywhere')} />
      <Choice title={onClick} text={onClickText} onChoose={() => choose('on-click')} />
      <details class="lines">
        <summary>{privacy.title}</summary>
        <ul>
          {privacy.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <div class="stack" role="status">
        {outcome?.kind === 'declined' && <Notice level="note">{declined}</Notice>}
        {outcome?.kind === 'failed' && <Notice level="stop">{outcome.sentence}</Notice>}
      </div>
      {outcome?.kind === 'declined' && (
        <Button look="primary" onClick={onChosen}>
          {goOn}
        </Button>
      )}
    </Step>
  )
}

/** A whole card to press. */
function Choice({ title, text, onChoose }: { readonly title: string; readonly text: string; readonly onChoose: () => void }) {
  return (
    <button type="button" class="choice card" onClick={onChoose}>
      <strong>{title}</strong>
      <span class="quiet">{text}</span>
    </button>
  )
}
