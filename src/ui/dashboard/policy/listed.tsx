import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import type { PolicyView } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { writeDay } from '../../shared/dates'
import { Field } from '../../shared/field'
import { Notice } from '../../shared/status'
import { useStepUp } from '../../shared/step-up'
import { useTask } from '../../shared/use-task'
import { words } from './words'

const text = words.listed

/** Sites that are listed as cheats, and how one of them is opened all the same. Nothing where there is no list. */
export function Listed({ view: { feeds, opened }, onChanged }: { readonly view: PolicyView; readonly onChanged: () => void }) {
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState<{ readonly level: 'good' | 'stop'; readonly sentence: string } | null>(null)
  const { ask, dialog } = useStepUp()
  const uphold = useTask('watch.uphold')
  if (feeds === null && opened.length === 0) return null
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const site = typed.trim().toLowerCase()
    if (site === '') return
    void ask('watch.open', { site }).then((reply) => {
      if (reply === null) return
      setSaid(reply.ok ? { level: 'good', sentence: text.opened } : { level: 'stop', sentence: reply.sentence })
      if (reply.ok) setTyped('')
      onChanged()
    })
  }
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <p class="small quiet">{text.text}</p>
      <form class="stack" onSubmit={submit}>
        <Field label={text.label} value={typed} onInput={setTyped} hint={text.hint} error={null} maxLength={255} />
        <div class="row">
          <Button type="submit">{text.open}</Button>
        </div>
      </form>
      {said !== null && <Notice level={said.level}>{said.sentence}</Notice>}
      <ul class="allowances">
        {opened.map(({ site, at }) => (
          <li key={site} class="allowance-line">
            <div>
              <strong>
                <bdi>{site}</bdi>
              </strong>
              <p class="small quiet">{text.since(writeDay(at))}</p>
            </div>
            <Button label={text.backLabel(site)} off={uphold.working} onClick={() => uphold.run({ site }, onChanged)}>
              {text.back}
            </Button>
          </li>
        ))}
      </ul>
      {dialog}
    </section>
  )
}
