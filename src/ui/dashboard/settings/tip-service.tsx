import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import type { Settings } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { Field } from '../../shared/field'
import { words } from '../words'
import { isWebAddress } from './endpoint'
import type { Choice } from './use-change'

interface TipServiceProps {
  readonly settings: Settings
  readonly onChange: (choice: Choice) => void
}

/** Who brings tips to accounts that have no server of their own. Nobody, until the reader names somebody. */
export function TipService({ settings: { tipService }, onChange }: TipServiceProps) {
  const [typed, setTyped] = useState(tipService ?? '')
  const [wrong, setWrong] = useState(false)
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const url = typed.trim()
    setWrong(!isWebAddress(url))
    if (isWebAddress(url)) onChange({ tipService: url })
  }
  const type = (value: string) => {
    setTyped(value)
    setWrong(false)
  }
  const text = words.settings
  return (
    <form class="stack" onSubmit={submit}>
      <div>
        <h3>{text.tipService}</h3>
        <p class="small quiet">{text.tipServiceText}</p>
      </div>
      <Field label={text.tipServiceLabel} value={typed} onInput={type} hint={text.tipServiceNone} error={wrong ? text.endpointInvalid : null} maxLength={300} />
      <div class="row">
        <Button type="submit">{text.tipServiceSave}</Button>
        {tipService !== null && (
          <Button look="link" onClick={() => onChange({ tipService: null })}>
            {text.tipServiceReset}
          </Button>
        )}
      </div>
    </form>
  )
}
