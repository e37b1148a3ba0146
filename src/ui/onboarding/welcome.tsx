import { Button } from '../shared/button'
import { Mark } from '../shared/mark'
import type { Path } from './state'
import { Step } from './step'
import { words } from './words'

export function Welcome({ onStart }: { readonly onStart: (path: Path) => void }) {
  const { title, text, start, restore, backup } = words.welcome
  return (
    <div class="welcome stack">
      <Mark size="large" />
      <Step title={title} text={text}>
        <div class="actions">
          <Button look="primary" onClick={() => onStart('new')}>
            {start}
          </Button>
          <Button onClick={() => onStart('restore')}>{restore}</Button>
        </div>
        <div>
          <Button look="link" onClick={() => onStart('backup')}>
            {backup}
          </Button>
        </div>
      </Step>
    </div>
  )
}
