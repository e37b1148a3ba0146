import type { DisputeDetail } from '../../../messaging/dispute-views'
import { Button } from '../../shared/button'
import { Notice } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { words } from './words'

interface NoteProps {
  readonly dispute: DisputeDetail
  readonly onDone: () => void
}

/** What the wallet cannot see: a letter that was sent, and an answer to it. */
export function Note({ dispute: { id, can }, onDone }: NoteProps) {
  const task = useTask('disputes.note')
  const text = words.detail.note
  const offered = [...(can.markSent ? (['sent'] as const) : []), ...(can.markAnswered ? (['accepted', 'denied'] as const) : [])]
  if (offered.length === 0) return null
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <div class="row">
        {offered.map((what) => (
          <Button key={what} look={what === 'sent' && !can.counter ? 'primary' : 'secondary'} off={task.working} onClick={() => task.run({ dispute: id, what }, onDone)}>
            {text[what]}
          </Button>
        ))}
      </div>
      <div class="dispute-outcome" role="alert">{task.sentence !== null && <Notice level="stop">{task.sentence}</Notice>}</div>
    </section>
  )
}
