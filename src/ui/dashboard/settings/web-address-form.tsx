import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../shared/button'
import { Field } from '../../shared/field'
import { words } from '../words'

interface WebAddressFormProps {
  readonly text: {
    readonly title: string
    readonly text: string
    readonly label: string
    readonly hint: string
    readonly save: string
    readonly reset: string
  }
  /** What the reader has chosen; null where nothing. */
  readonly kept: string | null
  /** Null takes the choice back. */
  readonly onChange: (url: string | null) => void
}

/** A server of the reader's choice. The worker checks its address; here only what cannot be one is caught. */
export function WebAddressForm({ text, kept, onChange }: WebAddressFormProps) {
  const [typed, setTyped] = useState(kept ?? '')
  const [wrong, setWrong] = useState(false)
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const url = typed.trim()
    setWrong(!isWebAddress(url))
    if (isWebAddress(url)) onChange(url)
  }
  const type = (value: string) => {
    setTyped(value)
    setWrong(false)
  }
  return (
    <form class="stack" onSubmit={submit}>
      <div>
        <h3>{text.title}</h3>
        <p class="small quiet">{text.text}</p>
      </div>
      <Field label={text.label} value={typed} onInput={type} hint={text.hint} error={wrong ? words.settings.addressInvalid : null} maxLength={300} />
      <div class="row">
        <Button type="submit">{text.save}</Button>
        {kept !== null && (
          <Button look="link" onClick={() => onChange(null)}>
            {text.reset}
          </Button>
        )}
      </div>
    </form>
  )
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
