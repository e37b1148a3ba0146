import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../shared/button'
import { Field } from '../../shared/field'

interface NameFormProps {
  readonly label: string
  readonly name: string
  /** Said where nothing was typed. */
  readonly empty: string
  readonly save: string
  readonly primary?: boolean
  readonly working: boolean
  readonly sentence: string | null
  readonly onSave: (name: string) => void
}

/** As long as the name of a purse may be. */
const longestName = 40

/** A name, and one button. */
export function NameForm({ label, name: first, empty, save, primary = false, working, sentence, onSave }: NameFormProps) {
  const [name, setName] = useState(first)
  const [tried, setTried] = useState(false)
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() !== '') onSave(name.trim())
  }
  return (
    <form class="stack" onSubmit={submit}>
      <Field label={label} value={name} onInput={setName} error={tried && name.trim() === '' ? empty : sentence} maxLength={longestName} />
      <div>
        <Button type="submit" look={primary ? 'primary' : 'secondary'} off={working}>
          {save}
        </Button>
      </div>
    </form>
  )
}
