import { useState } from 'preact/hooks'
import { Button } from '../../shared/button'
import { Notice } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { Group } from '../settings/controls'
import { ChoosePin } from './choose-pin'
import { words } from './words'

interface PinProps {
  readonly set: boolean
  readonly onChanged: () => void
}

/** A short number for as long as the browser stays open: to be set, changed and forgotten. */
export function Pin({ set, onChanged }: PinProps) {
  const [choosing, setChoosing] = useState(false)
  const [outcome, setOutcome] = useState<'kept' | 'forgotten' | null>(null)
  const forget = useTask('pin.clear')
  const done = (what: 'kept' | 'forgotten') => {
    setChoosing(false)
    setOutcome(what)
    onChanged()
  }
  const choose = () => {
    setOutcome(null)
    setChoosing(true)
  }
  // Five wrong tries in another window may have destroyed what was kept here.
  const told = outcome !== null && (outcome === 'kept') === set
  const text = words.pin
  return (
    <Group title={text.title}>
      <p>{text.text}</p>
      {choosing ? (
        <ChoosePin onKept={() => done('kept')} onLeave={() => setChoosing(false)} />
      ) : (
        <div class="row">
          <Button onClick={choose}>{set ? text.change : text.set}</Button>
          {set && (
            <Button off={forget.working} onClick={() => forget.run({}, () => done('forgotten'))}>
              {forget.working ? text.forgetting : text.forget}
            </Button>
          )}
        </div>
      )}
      <div class="outcome" role="status">
        {forget.sentence !== null && <Notice level="stop">{forget.sentence}</Notice>}
        {told && forget.sentence === null && <Notice level="good">{text[outcome]}</Notice>}
      </div>
    </Group>
  )
}
