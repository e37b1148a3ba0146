import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../shared/button'
import { Notice } from '../../shared/status'
import { useGuarded } from '../../shared/step-up'
import { Group } from '../settings/controls'
import { AddCode } from './add-code'
import { words } from './words'

interface ConfirmationCodeProps {
  readonly on: boolean
  readonly onChanged: () => void
}

/** An extra question with every proof. The card says what it is good for, and what it is not. */
export function ConfirmationCode({ on, onChanged }: ConfirmationCodeProps) {
  const [outcome, setOutcome] = useState<'added' | 'removed' | null>(null)
  const done = (what: 'added' | 'removed') => {
    setOutcome(what)
    onChanged()
  }
  const told = outcome !== null && (outcome === 'added') === on
  const { title, what, limit, ...text } = words.code
  return (
    <Group title={title}>
      <p>{what}</p>
      <p class="quiet">{limit}</p>
      {on ? <RemoveCode onRemoved={() => done('removed')} /> : <AddCode onBegin={() => setOutcome(null)} onAdded={() => done('added')} />}
      <div class="outcome" role="status">
        {told && <Notice level="good">{text[outcome]}</Notice>}
      </div>
    </Group>
  )
}

/** Says what removing means before it is done. */
function RemoveCode({ onRemoved }: { readonly onRemoved: () => void }) {
  const [asking, setAsking] = useState(false)
  const remove = useGuarded('code.remove')
  const question = useRef<HTMLDivElement>(null)
  // The button that had the focus is gone.
  useEffect(() => question.current?.focus(), [asking])
  const { removeIt, means, removing, reallyRemove, keep } = words.code
  if (!asking) {
    return (
      <div>
        <Button onClick={() => setAsking(true)}>{removeIt}</Button>
      </div>
    )
  }
  return (
    <div class="stack slot-form" ref={question} tabIndex={-1} role="group" aria-label={removeIt}>
      <p>{means}</p>
      {remove.sentence !== null && (
        <div role="alert">
          <Notice level="stop">{remove.sentence}</Notice>
        </div>
      )}
      <div class="row">
        <Button off={remove.working} onClick={() => remove.run({}, onRemoved)}>
          {remove.working ? removing : reallyRemove}
        </Button>
        <Button look="link" onClick={() => setAsking(false)}>
          {keep}
        </Button>
      </div>
      {remove.dialog}
    </div>
  )
}
