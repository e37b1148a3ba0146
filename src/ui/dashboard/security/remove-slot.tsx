import { Button } from '../../shared/button'
import { Notice } from '../../shared/status'
import { useGuarded } from '../../shared/step-up'
import type { Slot } from './slots'
import { words } from './words'

interface RemoveSlotProps {
  readonly slot: Slot
  readonly onDone: () => void
  readonly onLeave: () => void
}

/** Says what removing means before it is done. */
export function RemoveSlot({ slot, onDone, onLeave }: RemoveSlotProps) {
  const remove = useGuarded('slots.remove')
  const text = words.slots
  return (
    <div class="stack slot-form" role="group" aria-label={text.removeLabel(slot.name)}>
      <p>{text.means[slot.kind]}</p>
      {remove.sentence !== null && (
        <div role="alert">
          <Notice level="stop">{remove.sentence}</Notice>
        </div>
      )}
      <div class="row">
        <Button off={remove.working} onClick={() => remove.run({ slot: slot.slot }, onDone)}>
          {remove.working ? text.removing : text.remove}
        </Button>
        <Button look="link" onClick={onLeave}>
          {text.keep}
        </Button>
      </div>
      {remove.dialog}
    </div>
  )
}
