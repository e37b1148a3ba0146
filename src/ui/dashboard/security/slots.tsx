import { useRef, useState } from 'preact/hooks'
import type { SecurityView } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { writeDay } from '../../shared/dates'
import { RemoveSlot } from './remove-slot'
import { RenameSlot } from './rename-slot'
import { words } from './words'

export type Slot = SecurityView['slots'][number]

interface SlotsProps {
  readonly slots: readonly Slot[]
  readonly onChanged: () => void
}

/** Everything that opens the wallet, one a line. */
export function Slots({ slots, onChanged }: SlotsProps) {
  const weaker = slots.some(({ kind }) => kind === 'password')
  return (
    <ul class="slots">
      {slots.map((slot) => (
        <SlotRow key={slot.slot} slot={slot} weaker={weaker && slot.kind === 'password+passkey'} onChanged={onChanged} />
      ))}
    </ul>
  )
}

interface SlotRowProps {
  readonly slot: Slot
  /** True where something easier opens the wallet too. */
  readonly weaker: boolean
  readonly onChanged: () => void
}

function SlotRow({ slot, weaker, onChanged }: SlotRowProps) {
  const [doing, setDoing] = useState<'nothing' | 'rename' | 'remove'>('nothing')
  const row = useRef<HTMLLIElement>(null)
  // What had the focus goes away: the line keeps it.
  const rest = () => {
    setDoing('nothing')
    row.current?.querySelector('button')?.focus()
  }
  const done = () => {
    rest()
    onChanged()
  }
  const text = words.slots
  return (
    <li class="slot" ref={row}>
      <div class="slot-head">
        <p class="slot-name">
          <strong>{slot.name}</strong>
          <span class="small quiet">
            {slot.name === text.kinds[slot.kind] ? '' : `${text.kinds[slot.kind]}, `}
            {text.since(writeDay(slot.createdAt))}
          </span>
        </p>
        <div class="row">
          <Button look="link" label={text.renameLabel(slot.name)} onClick={() => setDoing('rename')}>
            {text.rename}
          </Button>
          {slot.removable && (
            <Button look="link" label={text.removeLabel(slot.name)} onClick={() => setDoing('remove')}>
              {text.remove}
            </Button>
          )}
        </div>
      </div>
      {!slot.removable && <p class="small quiet">{text.only}</p>}
      {weaker && <p class="small tone-care">{text.weaker}</p>}
      {doing === 'rename' && <RenameSlot slot={slot} onDone={done} onLeave={rest} />}
      {doing === 'remove' && <RemoveSlot slot={slot} onDone={done} onLeave={rest} />}
    </li>
  )
}
