import type { TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { slotName } from '../../../core/words/ways'
import type { NewSlot } from '../../../messaging/contract'
import { Button } from '../../shared/button'
import { Field } from '../../shared/field'
import { NewPasswordFields, useNewPassword } from '../../shared/new-password'
import { Notice } from '../../shared/status'
import { longestName } from './rename-slot'
import type { Slot } from './slots'
import { useAdding } from './use-adding'
import { words } from './words'

interface AddSlotProps {
  readonly kind: NewSlot['kind']
  readonly slots: readonly Slot[]
  readonly onAdded: (name: string) => void
  readonly onLeave: () => void
}

/** A name, a password where one takes part, and a passkey where one does: the browser asks for that last. */
export function AddSlot({ kind, slots, onAdded, onLeave }: AddSlotProps) {
  const [name, setName] = useState<string>(slotName[kind])
  const [tried, setTried] = useState(false)
  const chosen = useNewPassword()
  const adding = useAdding()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const trimmed = name.trim()
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    // Judged in any case, so that everything that is missing is said at once.
    const strong = kind === 'passkey' || chosen.check()
    if (strong && trimmed !== '' && adding.phase === 'resting') adding.begin(kind, trimmed, chosen.password, () => onAdded(trimmed))
  }
  const text = words.add
  const { title, text: what, action } = text.kinds[kind]
  const alone = kind === 'password+passkey' && slots.some((slot) => slot.kind === 'password')
  return (
    <div class="stack add">
      <div>
        <h3 ref={heading} tabIndex={-1}>
          {title}
        </h3>
        <p class="quiet">{what}</p>
      </div>
      <form class="stack" autocomplete="off" onSubmit={submit}>
        {alone && <Notice level="care">{text.alone}</Notice>}
        <Field
          label={text.name}
          value={name}
          onInput={setName}
          hint={text.nameHint}
          error={tried && trimmed === '' ? words.slots.nameEmpty : null}
          maxLength={longestName}
        />
        {kind !== 'passkey' && <NewPasswordFields label={text.password} chosen={chosen} />}
        <div role="alert">{adding.sentence !== null && <Notice level="stop">{adding.sentence}</Notice>}</div>
        <div class="row">
          <Button type="submit" look="primary" off={adding.phase !== 'resting'}>
            {{ resting: action, asking: text.asking, adding: text.adding }[adding.phase]}
          </Button>
          <Button look="link" onClick={onLeave}>
            {text.leave}
          </Button>
        </div>
      </form>
      {/* Beside the form: the question has a form of its own. */}
      {adding.dialog}
    </div>
  )
}
