import { findNetwork } from '../../../core/networks/networks'
import type { Settings } from '../../../messaging/views'
import { words } from '../words'
import type { Choice } from './use-change'
import { WebAddressForm } from './web-address-form'

interface EndpointProps {
  readonly settings: Settings
  readonly onChange: (choice: Choice) => void
}

/** The chain endpoint of the active network. */
export function Endpoint({ settings: { network: id, endpoints }, onChange }: EndpointProps) {
  const network = findNetwork(id)
  if (network === undefined) return null
  const { title, text, label, usual, save, reset } = words.settings.endpoint
  const said = { title, text, label: label(network.label), hint: usual(network.defaultEndpoint), save, reset }
  return <WebAddressForm text={said} kept={endpoints[id] ?? null} onChange={(url) => onChange({ endpoint: { network: id, url } })} />
}
