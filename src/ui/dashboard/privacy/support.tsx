import { useState } from 'preact/hooks'
import { Button } from '../../shared/button'
import { CopyButton } from '../../shared/copy-button'
import { Notice } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { words } from './words'

/** A report for support: every line of it is read before it can go anywhere. */
export function Support() {
  const task = useTask('privacy.support')
  const [lines, setLines] = useState<readonly string[] | null>(null)
  const text = words.support
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <p class="small quiet">{text.text}</p>
      {task.sentence !== null && (
        <div role="alert">
          <Notice level="stop">{task.sentence}</Notice>
        </div>
      )}
      {lines === null ? (
        <div>
          <Button off={task.working} onClick={() => task.run({}, (report) => setLines(report.lines))}>
            {task.working ? text.making : text.make}
          </Button>
        </div>
      ) : (
        <>
          <ul class="report" aria-label={text.lines}>
            {lines.map((line, at) => (
              <li key={at}>{line}</li>
            ))}
          </ul>
          <div class="row">
            <CopyButton text={lines.join('\n')} label={text.lines} />
            <Button look="link" onClick={() => setLines(null)}>
              {text.none}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
