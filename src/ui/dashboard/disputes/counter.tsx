import { useState } from 'preact/hooks'
import { longestWords } from '../../../core/dispute/problem'
import type { DisputeDetail } from '../../../messaging/dispute-views'
import { Button } from '../../shared/button'
import { LongField } from '../../shared/long-field'
import { Notice } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { words } from './words'

interface CounterProps {
  readonly dispute: Pick<DisputeDetail, 'id' | 'way'>
  readonly onDone: () => void
}

/** Answers a seller's no, once. */
export function Counter({ dispute: { id, way }, onDone }: CounterProps) {
  const [written, setWritten] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const task = useTask('disputes.counter')
  const text = words.detail.counter
  const submit = (event: Event) => {
    event.preventDefault()
    const hasWords = written.trim() !== ''
    setEmpty(!hasWords)
    if (hasWords) task.run({ dispute: id, words: written }, onDone)
  }
  return (
    <form class="card stack" onSubmit={submit}>
      <h2>{text.title}</h2>
      <p class="small quiet">{text.text}</p>
      <LongField label={text.label} value={written} maxLength={longestWords} hint={text.left(longestWords - written.length)} onInput={setWritten} />
      <div class="dispute-outcome" role="alert">
        {isEmpty && written.trim() === '' && <Notice level="note">{text.empty}</Notice>}
        {task.sentence !== null && <Notice level="stop">{task.sentence}</Notice>}
      </div>
      <div>
        <Button look="primary" type="submit" off={task.working}>
          {way === 'letter' ? (task.working ? text.keeping : text.keep) : task.working ? text.sending : text.send}
        </Button>
      </div>
    </form>
  )
}
