import './address-card.css'
import { CopyButton } from './copy-button'
import { Qr } from './qr'

interface AddressCardProps {
  /** EIP-55 checksummed. */
  readonly address: string
  /** What it is called here: also names the copy button. */
  readonly label: string
}

/** How to put money in: a code for a phone, the address to read and to copy. */
export function AddressCard({ address, label }: AddressCardProps) {
  return (
    <div class="address">
      <Qr text={address} />
      <div class="address-text">
        <h2>{label}</h2>
        <code class="address-code">{inGroups(address)}</code>
        <CopyButton text={address} label={label} />
      </div>
    </div>
  )
}

/** The digits in fours, which are easier to compare. Set apart by margins, so that marking and copying by hand adds no spaces. */
function inGroups(address: string) {
  return (address.match(/^0x|.{1,4}/g) ?? []).map((group, at) => (
    <span key={at}>
      {group}
      <wbr />
    </span>
  ))
}
