import type { ComponentChildren } from 'preact'
import { Button } from '../shared/button'
import type { stepPlace } from './state'
import { words } from './words'

interface ShellProps {
  /** Null outside the steps. */
  readonly place: ReturnType<typeof stepPlace> | null
  readonly onBack?: (() => void) | null
  readonly children: ComponentChildren
}

/** The sheet every step is written on: way back and place above, the thought below. */
export function Shell({ place, onBack = null, children }: ShellProps) {
  return (
    <main class="sheet">
      <div class="sheet-top">
        {onBack !== null && (
          <Button look="link" onClick={onBack}>
            {words.back}
          </Button>
        )}
        {place !== null && <p class="sheet-place small quiet">{words.step(place.step, place.of)}</p>}
      </div>
      {children}
    </main>
  )
}
