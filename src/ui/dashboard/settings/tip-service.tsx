import type { Settings } from '../../../messaging/views'
import { words } from '../words'
import type { Choice } from './use-change'
import { WebAddressForm } from './web-address-form'

interface TipServiceProps {
  readonly settings: Settings
  readonly onChange: (choice: Choice) => void
}

/** Who brings tips to accounts that have no server of their own. Nobody, until the reader names somebody. */
export function TipService({ settings: { tipService }, onChange }: TipServiceProps) {
  return <WebAddressForm text={words.settings.tipService} kept={tipService} onChange={(url) => onChange({ tipService: url })} />
}
