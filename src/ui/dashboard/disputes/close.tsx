import { Button } from '../../shared/button'
import { Notice } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { words } from './words'

/** The reader's own end of it. */
export function Close({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const task = useTask('disputes.close')
  const text = words.detail.close
  return (
    <details class="card">
      <summary>{text.title}</summary>
      <div class="stack request-sent">
        <p class="small quiet">{text.text}</p>
        <div class="row">
          {(['settled', 'abandoned'] as const).map((outcome) => (
            <Button key={outcome} off={task.working} onClick={() => task.run({ dispute: id, outcome }, onDone)}>
              {text[outcome]}
            </Button>
          ))}
        </div>
        <div class="dispute-outcome" role="alert">{task.sentence !== null && <Notice level="stop">{task.sentence}</Notice>}</div>
      </div>
    </details>
  )
}
