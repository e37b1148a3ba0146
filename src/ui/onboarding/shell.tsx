import type { ComponentChildren } from 'preact'
import { Button } from '../shared/button'
import { stepCount } from './state'
import { words } from './words'

interface ShellProps {
  /** From 1, or null outside the steps. */
  readonly step: number | null
  readonly onBack?: (() => void) | null
  readonly children: ComponentChildren
}

/** The sheet every step is written on: way back and place above, the thought below. */
export function Shell({ step, onBack = null, children }: ShellProps) {
  return (
    <main class="sheet">
      <div class="sheet-top">
        {onBack !== null && (
          <Button look="link" onClick={onBack}>
            {words.back}
          </Button>
        )}
        {step !== null && <p class="sheet-place small quiet">{words.step(step, stepCount)}</p>}
      </div>
      {children}
    </main>
  )
}
