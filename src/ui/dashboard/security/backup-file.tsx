import { useEffect, useRef, useState } from 'preact/hooks'
import type { SecurityView } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { writeDay } from '../../shared/dates'
import { Notice } from '../../shared/status'
import { MakeBackup } from './make-backup'
import { words } from './words'

/** How many events the worker tells at most: with so many, older ones may be missing. */
const eventsTold = 50

interface BackupFileProps extends Pick<SecurityView, 'events'> {
  readonly onMade: () => void
}

/** Everything in one file, for another device: what is in it, what it opens, when the last one was made, and a new one. */
export function BackupFile({ events, onMade }: BackupFileProps) {
  const [making, setMaking] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const wasMaking = useRef(false)
  // The form that had the focus is gone.
  useEffect(() => {
    if (!making && wasMaking.current) heading.current?.focus()
    wasMaking.current = making
  }, [making])
  const make = () => {
    setSaved(null)
    setMaking(true)
  }
  const done = (name: string) => {
    setMaking(false)
    setSaved(name)
    onMade()
  }
  const text = words.backup
  return (
    <section class="card stack">
      <h2 ref={heading} tabIndex={-1}>
        {text.title}
      </h2>
      <p>{text.holds}</p>
      <p>{text.lacks}</p>
      <p>{text.opens}</p>
      <p class="small quiet">{lastMade(events)}</p>
      {making ? (
        <MakeBackup onSaved={done} onLeave={() => setMaking(false)} />
      ) : (
        <div>
          <Button onClick={make}>{text.make}</Button>
        </div>
      )}
      <div class="outcome" role="status">
        {saved !== null && <Notice level="good">{text.saved(saved)}</Notice>}
      </div>
    </section>
  )
}

function lastMade(events: SecurityView['events']): string {
  const last = events.find(({ kind }) => kind === 'backup-made')
  if (last !== undefined) return words.backup.last(writeDay(last.at))
  return events.length < eventsTold ? words.backup.none : words.backup.noneLately
}
