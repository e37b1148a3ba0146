import { useEffect, useRef, useState } from 'preact/hooks'
import type { NewSlot } from '../../../messaging/contract'
import { Button } from '../../shared/button'
import { passkeysPossible } from '../../shared/passkey'
import { Notice } from '../../shared/status'
import { AddRecovery } from './add-recovery'
import { AddSlot } from './add-slot'
import type { Slot } from './slots'
import { words } from './words'

const kinds: readonly NewSlot['kind'][] = ['password', 'passkey', 'password+passkey']

interface AddWayProps {
  readonly slots: readonly Slot[]
  readonly onAdded: () => void
}

/** Adds something that opens the wallet: first what kind, then what that kind needs. */
export function AddWay({ slots, onAdded }: AddWayProps) {
  const [kind, setKind] = useState<NewSlot['kind'] | null>(null)
  const [added, setAdded] = useState<string | null>(null)
  const possible = passkeysPossible()
  const heading = useRef<HTMLHeadingElement>(null)
  const wasAdding = useRef(false)
  // The form that had the focus is gone.
  useEffect(() => {
    if (kind === null && wasAdding.current) heading.current?.focus()
    wasAdding.current = kind !== null
  }, [kind])
  const choose = (chosen: NewSlot['kind']) => {
    setAdded(null)
    setKind(chosen)
  }
  const done = (name: string) => {
    setKind(null)
    setAdded(name)
    onAdded()
  }
  const text = words.add
  if (kind !== null) return <AddSlot key={kind} kind={kind} slots={slots} onAdded={done} onLeave={() => setKind(null)} />
  return (
    <div class="stack add">
      <h3 ref={heading} tabIndex={-1}>
        {text.title}
      </h3>
      <div class="row">
        {kinds.map((one) => (
          <Button key={one} off={one !== 'password' && !possible} onClick={() => choose(one)}>
            {text.kinds[one].press}
          </Button>
        ))}
        <AddRecovery onAdded={onAdded} />
      </div>
      {!possible && <p class="small quiet">{text.impossible}</p>}
      <div role="status">{added !== null && <Notice level="good">{text.added(added)}</Notice>}</div>
    </div>
  )
}
