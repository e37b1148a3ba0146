import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { ArmingPhase } from './use-arming'

interface ArmedButtonProps {
  readonly children: ComponentChildren
  readonly look: 'pay' | 'link'
  readonly phase: ArmingPhase
  readonly busy: boolean
  /** Why a press does nothing yet. */
  readonly hint: string
  /** What the reader has to do before, where there is something. */
  readonly blocked?: string | null
  readonly onClick: (event: MouseEvent) => void
}

/** A button that decides something. Every press reaches `onClick`, to be judged there. The weighty one fills while it arms; its size and words stay the same. */
export function ArmedButton({ children, look, phase, busy, hint, blocked = null, onClick }: ArmedButtonProps) {
  const id = useId()
  const ready = phase === 'armed' && !busy && blocked === null
  const dress = look === 'link' ? 'button-link' : `pay pay-${busy || blocked !== null ? 'busy' : phase}`
  return (
    <>
      <button type="button" class={`button ${dress}`} aria-disabled={!ready} aria-describedby={id} onClick={onClick}>
        <span class="pay-words">{children}</span>
      </button>
      <span id={id} class="heard">
        {blocked ?? (phase === 'armed' ? '' : hint)}
      </span>
    </>
  )
}
