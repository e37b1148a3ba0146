import { useState } from 'preact/hooks'
import { Button } from '../../shared/button'
import { saveFile } from '../../shared/save-file'
import { Notice } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { words } from './words'

/** The bundle with its log, as a file or on paper. */
export function TakeAlong({ id }: { readonly id: string }) {
  const [saved, setSaved] = useState<string | null>(null)
  const task = useTask('disputes.save')
  const text = words.detail.file
  const save = () =>
    task.run({ dispute: id }, ({ name, text: content }) => {
      saveFile(name, new Blob([content], { type: 'application/json' }))
      setSaved(name)
    })
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <p class="small quiet">{text.text}</p>
      <div class="row">
        <Button off={task.working} onClick={save}>
          {task.working ? text.saving : text.save}
        </Button>
        <Button onClick={() => print()}>{text.print}</Button>
      </div>
      <div class="dispute-outcome" role="status">
        {saved !== null && <p class="small">{text.saved(saved)}</p>}
        {task.sentence !== null && <Notice level="stop">{task.sentence}</Notice>}
      </div>
    </section>
  )
}
