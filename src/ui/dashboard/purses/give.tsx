import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import type { PurseView } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { Field } from '../../shared/field'
import { Select } from '../../shared/select'
import { useTask } from '../../shared/use-task'
import { words } from './words'

/** A site is paid from another purse from now on. */
export function Give({ purses, onChanged }: { readonly purses: readonly PurseView[]; readonly onChanged: () => void }) {
  const [site, setSite] = useState('')
  const [chosen, setChosen] = useState(purses[1]?.purse ?? 0)
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState(false)
  const assign = useTask('purses.assign')
  const { title, text, site: label, hint, siteEmpty, purse, give, given } = words.give
  const type = (value: string) => {
    setSite(value)
    setDone(false)
  }
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (site.trim() === '') return
    assign.run({ site: site.trim(), purse: chosen }, () => {
      setSite('')
      setTried(false)
      setDone(true)
      onChanged()
    })
  }
  return (
    <section class="card">
      <h2>{title}</h2>
      <form class="stack" onSubmit={submit}>
        <p class="small quiet">{text}</p>
        <Field label={label} value={site} onInput={type} hint={hint} error={tried && site.trim() === '' ? siteEmpty : assign.sentence} type="url" maxLength={300} />
        <Select label={purse} value={chosen} options={purses.map((one) => ({ value: one.purse, label: one.name }))} onChoose={setChosen} />
        <div>
          <Button type="submit" off={assign.working}>
            {give}
          </Button>
        </div>
        <p class="small" role="status">{done ? given : ''}</p>
      </form>
    </section>
  )
}
