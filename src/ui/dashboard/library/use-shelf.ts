import { useEffect, useRef, useState } from 'preact/hooks'
import { onChanged, send } from '../../../messaging/client'
import type { Input } from '../../../messaging/contract'
import type { LibraryPage, LibraryRow } from '../../../messaging/views'

/** The most articles of one answer. */
const windowSize = 100
/** While the worker has not looked through everything yet, it is asked again after so many milliseconds. */
const readOn = 250

export type Order = Input<'library.list'>['sort']

/** What is looked for, and how many of it are wanted. */
export interface Wanted {
  readonly text: string
  readonly sort: Order
  readonly shown: number
}

export type Shelf =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly sentence: string }
  | ({ readonly state: 'ready' } & LibraryPage)

/** Articles the reader owns. What is shown stays until the next answer is there; asks again when something was bought, kept or removed. */
export function useShelf({ text, sort, shown }: Wanted): Shelf & { readonly reload: () => void } {
  const [shelf, setShelf] = useState<Shelf>({ state: 'waiting' })
  const [round, setRound] = useState(0)
  const run = useRef(0)

  useEffect(() => {
    const mine = ++run.current
    void read({ text, sort, shown }).then((found) => {
      if (mine === run.current) setShelf(found)
    })
    return () => {
      run.current++
    }
  }, [text, sort, shown, round])

  useEffect(
    () =>
      onChanged((topic) => {
        if (topic === 'library' || topic === 'payments') setRound((before) => before + 1)
      }),
    [],
  )

  const isReading = shelf.state === 'ready' && shelf.reading
  useEffect(() => {
    if (!isReading) return undefined
    const timer = setTimeout(() => setRound((before) => before + 1), readOn)
    return () => clearTimeout(timer)
  }, [isReading, shelf])

  return { ...shelf, reload: () => setRound(round + 1) }
}

async function read({ text, sort, shown }: Wanted): Promise<Shelf> {
  const rows: LibraryRow[] = []
  for (;;) {
    const reply = await send('library.list', { text, sort, offset: rows.length, limit: Math.min(windowSize, shown - rows.length) })
    if (!reply.ok) return { state: 'failed', sentence: reply.sentence }
    rows.push(...reply.value.rows)
    if (reply.value.rows.length === 0 || rows.length >= Math.min(shown, reply.value.count)) return { state: 'ready', ...reply.value, rows }
  }
}
