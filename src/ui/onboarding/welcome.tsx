import { Button } from '../shared/button'
import { hasLanguages, LanguageChoice } from '../shared/language-choice'
import { writeList } from '../shared/lists'
import { Mark } from '../shared/mark'
import { leftAfterErasing } from '../shared/pages'
import { Notice } from '../shared/status'
import type { Path } from './state'
import { Step } from './step'
import { words } from './words'

export function Welcome({ onStart }: { readonly onStart: (path: Path) => void }) {
  const { title, text, start, restore, backup, erased, left: notLetGo } = words.welcome
  const left = leftAfterErasing(location.hash)
  return (
    <div class="welcome stack">
      {hasLanguages && (
        <div class="welcome-language">
          <LanguageChoice />
        </div>
      )}
      <Mark size="large" />
      {left !== null && (
        <div role="status">
          <Notice level={left.length === 0 ? 'good' : 'stop'}>{left.length === 0 ? erased : notLetGo(writeList(left))}</Notice>
        </div>
      )}
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
