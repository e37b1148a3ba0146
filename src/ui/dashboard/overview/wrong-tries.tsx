import { wrongTriesBeforeOpening } from '../../../core/unlocking/told'
import type { SecurityView } from '../../../messaging/views'
import { writeMoment } from '../../shared/dates'
import { Notice } from '../../shared/status'
import { hrefOf } from '../route'
import { words } from '../words'

/** At the first look after an opening: that somebody tried before, and where to see when. */
export function WrongTries({ events }: Pick<SecurityView, 'events'>) {
  const tries = wrongTriesBeforeOpening(events)
  if (tries === null) return null
  return (
    <Notice level="care">
      {words.overview.wrongTries(tries.count, writeMoment(tries.lastAt))} <a href={hrefOf('security')}>{words.overview.seeDoor}</a>
    </Notice>
  )
}
