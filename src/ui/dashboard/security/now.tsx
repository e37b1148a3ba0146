import type { SecurityView } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { writeSince } from '../../shared/dates'
import { Notice } from '../../shared/status'
import { useTask } from '../../shared/use-task'
import { Group } from '../settings/controls'
import { words } from './words'

interface NowProps extends Pick<SecurityView, 'session' | 'pin'> {
  /** Minutes without use until it locks by itself; null where that could not be read. */
  readonly autoLockMinutes: number | null
}

/** What is open at this moment: since when and by what, until when, and what stays shut all the same. */
export function Now({ session: { at, how }, pin, autoLockMinutes }: NowProps) {
  const lock = useTask('wallet.lock')
  const text = words.now
  return (
    <Group title={text.title}>
      <p>{text.since[how](writeSince(at, Date.now()))}</p>
      {autoLockMinutes !== null && <p>{text.locks(autoLockMinutes)}</p>}
      <p>{text.open}</p>
      <p class="quiet">{pin ? text.pin : text.noPin}</p>
      <div class="row">
        <Button off={lock.working} onClick={() => lock.run({}, () => undefined)}>
          {lock.working ? text.locking : text.lock}
        </Button>
        <span class="small quiet">{text.shortcut}</span>
      </div>
      <div class="outcome" role="alert">
        {lock.sentence !== null && <Notice level="stop">{lock.sentence}</Notice>}
      </div>
    </Group>
  )
}
