import { useId, useState } from 'preact/hooks'
import type { Scope } from '../../../core/privacy/scope'
import { Button } from '../../shared/button'
import { Notice } from '../../shared/status'
import { Forget } from './forget'
import { words } from './words'

/** Forgets what was written down from one day to another. */
export function Period() {
  const [days, setDays] = useState({ from: '', to: '' })
  const [scope, setScope] = useState<Scope | 'wrong' | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const text = words.period
  const change = (next: Partial<typeof days>) => {
    setDays({ ...days, ...next })
    setScope(null)
    setDone(null)
  }
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <p class="small quiet">{text.text}</p>
      <div class="row">
        <Day label={text.from} value={days.from} onChange={(from) => change({ from })} />
        <Day label={text.to} value={days.to} onChange={(to) => change({ to })} />
      </div>
      {scope === 'wrong' && (
        <div role="alert">
          <Notice level="stop">{text.wrong}</Notice>
        </div>
      )}
      {scope === null || scope === 'wrong' ? (
        <div>
          <Button onClick={() => setScope(periodOf(days) ?? 'wrong')}>{text.look}</Button>
        </div>
      ) : (
        <Forget
          scope={scope}
          label={text.title}
          onDone={({ payments }) => {
            setScope(null)
            setDone(words.forget.done(payments))
          }}
          onLeave={() => setScope(null)}
        />
      )}
      <p role="status" class="small">{done}</p>
    </section>
  )
}

function Day({ label, value, onChange }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type="date" value={value} onInput={(event) => onChange(event.currentTarget.value)} />
    </div>
  )
}

/** From midnight of the first day to midnight after the last, by the reader's own calendar: days are of different lengths. */
export function periodOf({ from, to }: { readonly from: string; readonly to: string }): Scope | null {
  const [first, last] = [midnight(from, 0), midnight(to, 1)]
  return first === null || last === null || last <= first ? null : { kind: 'period', from: first, to: last }
}

function midnight(day: string, daysLater: number): number | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []
  if (year === undefined) return null
  const at = new Date(Number(year), Number(month) - 1, Number(date) + daysLater).getTime()
  return Number.isSafeInteger(at) && at >= 0 ? at : null
}
