import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import { findNetwork } from '../../../core/networks/networks'
import type { Settings } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { Field } from '../../shared/field'
import { words } from '../words'
import type { Choice } from './use-change'

interface EndpointProps {
  readonly settings: Settings
  readonly onChange: (choice: Choice) => void
}

/** The chain endpoint of the active network. The worker checks it; here only what cannot be an address is caught. */
export function Endpoint({ settings: { network: id, endpoints }, onChange }: EndpointProps) {
  const own = endpoints[id]
  const [typed, setTyped] = useState(own ?? '')
  const [wrong, setWrong] = useState(false)
  const network = findNetwork(id)
  if (network === undefined) return null
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const url = typed.trim()
    setWrong(!isWebAddress(url))
    if (isWebAddress(url)) onChange({ endpoint: { network: id, url } })
  }
  const type = (value: string) => {
    setTyped(value)
    setWrong(false)
  }
  const text = words.settings
  return (
    <form class="stack" onSubmit={submit}>
      <div>
        <h3>{text.endpoint}</h3>
        <p class="small quiet">{text.endpointText}</p>
      </div>
      <Field
        label={text.endpointLabel(network.label)}
        value={typed}
        onInput={type}
        hint={text.endpointUsual(network.defaultEndpoint)}
        error={wrong ? text.endpointInvalid : null}
        maxLength={300}
      />
      <div class="row">
        <Button type="submit">{text.endpointSave}</Button>
        {own !== undefined && (
          <Button look="link" onClick={() => onChange({ endpoint: { network: id, url: null } })}>
            {text.endpointReset}
          </Button>
        )}
      </div>
    </form>
  )
}

export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
