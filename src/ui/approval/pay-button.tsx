import { en as words } from '../words/en'
import type { ArmingPhase } from './use-arming'

interface PayButtonProps {
  readonly price: string
  readonly phase: ArmingPhase
  readonly busy: boolean
  readonly onClick: (event: MouseEvent) => void
}

/** The one button that spends. It fills while it arms; its size and words stay the same. */
export function PayButton({ price, phase, busy, onClick }: PayButtonProps) {
  const ready = phase === 'armed' && !busy
  return (
    <>
      <button type="button" class={`button pay pay-${busy ? 'busy' : phase}`} aria-disabled={!ready} aria-describedby="pay-hint" onClick={onClick}>
        <span class="pay-words">{busy ? words.approval.paying : words.approval.pay(price)}</span>
      </button>
      <span id="pay-hint" class="heard">
        {phase === 'armed' ? '' : words.approval.armingHint}
      </span>
    </>
  )
}
