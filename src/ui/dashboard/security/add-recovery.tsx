import { useState } from 'preact/hooks'
import { Button } from '../../shared/button'
import { CopyButton } from '../../shared/copy-button'
import { Dialog } from '../../shared/dialog'
import { Notice } from '../../shared/status'
import { useGuarded } from '../../shared/step-up'
import { words } from './words'

/** Makes a recovery code and shows it, this once. */
export function AddRecovery({ onAdded }: { readonly onAdded: () => void }) {
  const make = useGuarded('slots.addRecovery')
  const [code, setCode] = useState<string | null>(null)
  const done = () => {
    setCode(null)
    onAdded()
  }
  return (
    <>
      <Button off={make.working} onClick={() => make.run({}, (made) => setCode(made.code))}>
        {make.working ? words.add.makingRecovery : words.add.recovery}
      </Button>
      {make.sentence !== null && (
        <div role="alert">
          <Notice level="stop">{make.sentence}</Notice>
        </div>
      )}
      {make.dialog}
      {code !== null && <CodeShown code={code} onDone={done} />}
    </>
  )
}

/**
 * Over the page, so that no way leads on past it by mistake; Escape does not put it away, because it cannot be had
 * again. What is printed is this alone.
 */
function CodeShown({ code, onDone }: { readonly code: string; readonly onDone: () => void }) {
  const { title, text, label, print, printed, done } = words.recovery
  return (
    <Dialog title={title}>
      <p class="recovery-aside">{text}</p>
      <div class="recovery-code" role="group" aria-label={label}>
        {code.split('-').map((group, at) => (
          <span key={at}>{group}</span>
        ))}
      </div>
      <p class="recovery-printed">{printed}</p>
      <div class="row recovery-aside">
        <CopyButton text={code} label={label} />
        <Button onClick={() => window.print()}>{print}</Button>
      </div>
      <div class="recovery-aside">
        <Button look="primary" wide onClick={onDone}>
          {done}
        </Button>
      </div>
    </Dialog>
  )
}
