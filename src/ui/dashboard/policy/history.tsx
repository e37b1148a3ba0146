import type { PolicyEntryView, PolicyView } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { writeDay } from '../../shared/dates'
import { saveFile } from '../../shared/save-file'
import { Fault } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { Why } from './sentences'
import { words } from './words'

const text = words.history

/** Every document that came to be trusted, the newest first, with what it changed. */
export function History({ view: { history } }: { readonly view: PolicyView }) {
  const save = useTask('policy.export')
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      {history.length === 0 && <p class="quiet">{text.none}</p>}
      <ul class="allowances">
        {history.map((entry) => (
          <Entry key={`${entry.role} ${entry.seq}`} entry={entry} />
        ))}
      </ul>
      {history.length > 0 && (
        <div class="row">
          <Button onClick={() => save.run({}, ({ lines }) => saveFile('farthing-rules.ndjson', new Blob([lines], { type: 'application/x-ndjson' })))}>{text.save}</Button>
        </div>
      )}
      <Fault sentence={save.sentence} />
    </section>
  )
}

function Entry({ entry: { role, seq, at, applied, asked, why, answer } }: { readonly entry: PolicyEntryView }) {
  return (
    <li class="promise">
      <h3>
        {role === 'root' ? text.keys : text.entry(seq)} <span class="small quiet">{writeDay(at)}</span>
      </h3>
      {role === 'policy' && applied.length > 0 && <p class="small quiet">{text.applied}</p>}
      {role === 'policy' && applied.length + asked.length === 0 && <p>{text.same}</p>}
      <Sentences all={applied} />
      {asked.length > 0 && <p class="small quiet">{text.asked}</p>}
      <Sentences all={asked} />
      {asked.length > 0 && <p>{text.answer[answer ?? 'none']}</p>}
      <Why why={why} />
    </li>
  )
}

function Sentences({ all }: { readonly all: readonly string[] }) {
  if (all.length === 0) return null
  return (
    <ul class="sentences">
      {all.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
