import { useCallback, useEffect, useState } from 'preact/hooks'
import { onChanged, send } from '../../../messaging/client'
import type { HistoryRow, HistoryView } from '../../../messaging/views'
import { isPaid } from './is-paid'
import { boundsOfYear, everything, questionOf, type Question } from './look'

const atOnce = 200
/** While the worker has not read everything yet, it is asked again after so many milliseconds. */
const readOn = 250

export interface Paid {
  readonly rows: readonly HistoryRow[]
  readonly sums: HistoryView['sums']
  /** Payments of that year that were not paid, or are not certain yet. */
  readonly leftOut: number
}

type Reading =
  | { readonly state: 'reading'; readonly done: number; readonly total: number | null }
  | { readonly state: 'failed'; readonly sentence: string }
  | { readonly state: 'read'; readonly paid: Paid }

/** Reads every payment of a year, the oldest first, some at a time; and all of them again when one has changed. */
export function useStatement(year: number): Reading & { readonly retry: () => void } {
  const [reading, setReading] = useState<Reading>({ state: 'reading', done: 0, total: null })
  const [round, setRound] = useState(0)
  const retry = useCallback(() => setRound((before) => before + 1), [])

  useEffect(() => {
    let isOver = false
    const tell = (next: Reading) => {
      // What was read before stays readable while it is read again.
      if (!isOver) setReading((before) => (next.state === 'reading' && before.state === 'read' ? before : next))
    }
    setReading((before) => (round === 0 ? { state: 'reading', done: 0, total: null } : before))
    void readYear(year, tell, () => isOver)
    const stop = onChanged((topic) => {
      if (topic === 'payments') retry()
    })
    return () => {
      isOver = true
      stop()
    }
  }, [year, round])

  return { ...reading, retry }
}

async function readYear(year: number, tell: (reading: Reading) => void, isOver: () => boolean): Promise<void> {
  const question: Question = { ...questionOf({ ...everything, sort: 'oldest' }, 0), ...boundsOfYear(year) }
  const rows: HistoryRow[] = []
  for (;;) {
    const reply = await send('history.search', { ...question, offset: rows.length, limit: atOnce })
    if (isOver()) return
    if (!reply.ok) {
      tell({ state: 'failed', sentence: reply.sentence })
      return
    }
    const { value } = reply
    if (value.reading !== null) {
      tell({ state: 'reading', ...value.reading })
      rows.length = 0
      await new Promise((resolve) => setTimeout(resolve, readOn))
      continue
    }
    rows.push(...value.rows)
    tell({ state: 'reading', done: rows.length, total: value.count })
    if (rows.length < value.count && value.rows.length > 0) continue
    const paid = rows.filter(isPaid)
    tell({ state: 'read', paid: { rows: paid, sums: value.sums, leftOut: rows.length - paid.length } })
    return
  }
}
