import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { onChanged, send } from '../../../messaging/client'
import type { LibraryRow } from '../../../messaging/views'

const pageSize = 100

/** What is known of the library so far. `whole`: there is nothing older. */
export type Shelf =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly sentence: string }
  | { readonly state: 'ready'; readonly rows: readonly LibraryRow[]; readonly whole: boolean; readonly used: number; readonly most: number }

interface Known {
  readonly shelf: Shelf
  readonly next: number | null
}

/**
 * Articles the reader owns, newest first, a page after the other until there are `wanted`: somebody who looks at the latest
 * does not wait for years of reading. Begins anew when something was bought, kept or removed.
 */
export function useShelf(wanted: number): Shelf & { readonly reload: () => void } {
  const [known, setKnown] = useState<Known>({ shelf: { state: 'waiting' }, next: null })
  const run = useRef(0)

  const load = useCallback(async (before: number | null, earlier: readonly LibraryRow[], mine: number) => {
    const reply = await send('library.list', { before, limit: pageSize })
    if (mine !== run.current) return
    if (!reply.ok) {
      setKnown({ shelf: { state: 'failed', sentence: reply.sentence }, next: null })
      return
    }
    const { rows, next, used, most } = reply.value
    setKnown({ shelf: { state: 'ready', rows: [...earlier, ...rows], whole: next === null, used, most }, next })
  }, [])
  const reload = useCallback(() => void load(null, [], ++run.current), [load])

  useEffect(() => {
    reload()
    const stop = onChanged((topic) => {
      if (topic === 'library' || topic === 'payments') reload()
    })
    return () => {
      stop()
      run.current++
    }
  }, [reload])

  useEffect(() => {
    const { shelf, next } = known
    if (shelf.state === 'ready' && next !== null && shelf.rows.length < wanted) void load(next, shelf.rows, run.current)
  }, [known, wanted, load])

  return { ...known.shelf, reload }
}
