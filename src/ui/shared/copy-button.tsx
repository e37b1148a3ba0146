import { useState } from 'preact/hooks'
import { en as words } from '../words/en'
import { Button } from './button'

/** Copies `text` and says so. @param label names what is copied, for people who do not see what it stands beside. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none')
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    )
  }
  const shown = outcome === 'copied' ? words.copied : words.copy
  return (
    <span class="copy">
      <Button onClick={copy} label={`${shown}: ${label}`}>
        {shown}
      </Button>
      <span class={outcome === 'failed' ? 'small quiet' : 'heard'} role="status">
        {outcome === 'none' ? '' : outcome === 'copied' ? words.copied : words.copyFailed}
      </span>
    </span>
  )
}
