import { Button } from '../shared/button'
import { DamagedText } from '../shared/damaged'
import { Mark } from '../shared/mark'
import { en } from '../words/en'
import type { Path } from './state'
import { Step } from './step'
import { words } from './words'

/** The first step where there is a wallet that can no longer be read: its words come first, then a backup file, a new one last. */
export function Damaged({ onStart }: { readonly onStart: (path: Path) => void }) {
  const { fromFile, backup, anew, start } = words.damaged
  return (
    <div class="welcome stack">
      <Mark size="large" />
      <Step title={en.damaged.title}>
        <DamagedText />
        <div class="actions">
          <Button look="primary" onClick={() => onStart('restore')}>
            {en.damaged.action}
          </Button>
        </div>
        <div class="stack-tight">
          <p class="small quiet">{fromFile}</p>
          <Button look="link" onClick={() => onStart('backup')}>
            {backup}
          </Button>
        </div>
        <div class="stack-tight">
          <p class="small quiet">{anew}</p>
          <Button look="link" onClick={() => onStart('new')}>
            {start}
          </Button>
        </div>
      </Step>
    </div>
  )
}
