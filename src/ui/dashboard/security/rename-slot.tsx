import type { TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../shared/button'
import { Field } from '../../shared/field'
import { useTask } from '../../shared/use-task'
import type { Slot } from './slots'
import { words } from './words'

/** As long as a name may be. */
export const longestName = 40

interface RenameSlotProps {
  readonly slot: Slot
  readonly onDone: () => void
  readonly onLeave: () => void
}

export function RenameSlot({ slot, onDone, onLeave }: RenameSlotProps) {
  const [name, setName] = useState(slot.name)
  const [tried, setTried] = useState(false)
  const rename = useTask('slots.rename')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const trimmed = name.trim()
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (trimmed !== '') rename.run({ slot: slot.slot, name: trimmed }, onDone)
  }
  const text = words.slots
  return (
    <form class="stack slot-form" onSubmit={submit}>
      <Field
        label={text.name}
        value={name}
        onInput={setName}
        error={tried && trimmed === '' ? text.nameEmpty : rename.sentence}
        maxLength={longestName}
        inputRef={field}
      />
      <div class="row">
        <Button type="submit" off={rename.working}>
          {rename.working ? text.saving : text.save}
        </Button>
        <Button look="link" onClick={onLeave}>
          {text.leave}
        </Button>
      </div>
    </form>
  )
}
