import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { RefObject } from 'preact'
import { writeMonth } from '../../shared/dates'
import type { Found } from './finder'
import { FoundRow } from './found-row'
import { keepPlace, type Place } from './place'
import { topOf, useWindow } from './use-window'
import { words as dashboard } from '../words'
import { words } from './words'

interface FoundListProps {
  readonly found: Found
  /** What was asked for, as it stands in the address. */
  readonly query: string
  /** Rows follow each other in time. */
  readonly inTime: boolean
  /** These places are seen now. */
  readonly onSee: (first: number, last: number) => void
  /** Where the reader was in this list before; null at the top. */
  readonly place: Place | null
  /** Takes the reader into the list, from outside. */
  readonly enter: RefObject<(() => void) | null>
}

/** Any number of payments, of which only those that are seen are drawn. */
export function FoundList({ found, query, inTime, onSee, place, enter }: FoundListProps) {
  const list = useRef<HTMLDivElement>(null)
  const ruler = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLParagraphElement>(null)
  const view = useWindow(list, ruler, found.count)
  const { active, hold, go, onKeyDown } = useWalk({ list, bar, view, count: found.count, place })
  useStill({ list, found, first: view.first, rowHeight: view.rowHeight, active, hold })
  useEffect(() => onSee(view.first, view.last), [view.first, view.last])
  useEffect(() => {
    enter.current = () => go(Math.max(view.first, 0))
  })
  const top = found.rows.get(view.first)
  const places = Array.from({ length: view.to - view.from + 1 }, (_, step) => view.from + step)
  if (active < view.from) places.unshift(active)
  if (active > view.to) places.push(active)
  const { what, status, amount } = dashboard.history.columns
  return (
    <>
      {inTime && (
        <p ref={bar} class="found-month">
          {top === undefined ? '\u00a0' : writeMonth(top.at)}
        </p>
      )}
      <div class="found" role="grid" aria-label={words.found.caption} aria-rowcount={found.count + 1} onKeyDown={onKeyDown}>
        <div ref={ruler} class="found-ruler" role="presentation" />
        <div role="row" class="heard" aria-rowindex={1}>
          <span role="columnheader">{what}</span>
          <span role="columnheader">{status}</span>
          <span role="columnheader">{amount}</span>
        </div>
        <div ref={list} class="found-rows" role="rowgroup" style={{ height: `${String(found.count * view.rowHeight)}px` }} onFocusIn={(event) => hold(placeOf(event.target))}>
          {places.map((at) => (
            <FoundRow key={at} at={at} row={found.rows.get(at) ?? null} top={at * view.rowHeight} query={query} isActive={at === active} onLeave={() => keepPlace({ top: scrollY, at })} />
          ))}
        </div>
      </div>
    </>
  )
}

/** The place of the row that something is in. */
function placeOf(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null
  return row === null ? null : Number(row.dataset['at'])
}

interface WalkProps {
  readonly list: RefObject<HTMLDivElement | null>
  readonly bar: RefObject<HTMLElement | null>
  readonly view: ReturnType<typeof useWindow>
  readonly count: number
  readonly place: Place | null
}

/** Walking through the rows with the keyboard: one of them is the list's only stop for Tab. */
function useWalk({ list, bar, view, count, place }: WalkProps) {
  // An object of its own for each step: one that leads nowhere moves the focus all the same.
  const [{ at: held }, setHeld] = useState({ at: place?.at ?? 0 })
  const wants = useRef(place !== null)
  const isInside = list.current?.contains(document.activeElement) ?? wants.current
  // Nobody is in the list: whoever comes begins with what is seen.
  const active = Math.min(isInside || wants.current ? held : Math.min(Math.max(held, view.first), view.last), Math.max(0, count - 1))

  // While payments are still being read, the list may not reach down to there yet.
  const sought = useRef(place)
  useLayoutEffect(() => {
    const { current } = sought
    if (current === null || current.at >= count) return
    sought.current = null
    scrollTo(0, current.top ?? Math.max(0, topOf(list.current) + current.at * view.rowHeight - innerHeight / 2))
  }, [count])

  const go = (to: number) => {
    const covered = bar.current?.offsetHeight ?? 0
    const y = topOf(list.current) + to * view.rowHeight
    if (y < scrollY + covered) scrollTo(0, y - covered)
    else if (y + view.rowHeight > scrollY + innerHeight) scrollTo(0, y + view.rowHeight - innerHeight)
    wants.current = true
    setHeld({ at: to })
  }

  useLayoutEffect(() => {
    if (!wants.current || sought.current !== null) return
    const link = list.current?.querySelector<HTMLElement>(`[data-at="${String(active)}"] .found-title`)
    if (link === null || link === undefined) return
    wants.current = false
    link.focus({ preventScroll: true })
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const to = walk(event.key, active, Math.max(1, Math.floor(innerHeight / view.rowHeight) - 1), count)
    if (to === null) return
    event.preventDefault()
    go(to)
  }

  /** Where the reader is by now; null where that is no row. */
  const hold = (at: number | null, focus = false) => {
    if (at === null) return
    wants.current = wants.current || focus
    setHeld({ at })
  }
  return { active, hold, go, onKeyDown }
}

/** Where a key leads from a row, or null where it leads nowhere. @param page rows in a window */
export function walk(key: string, from: number, page: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -count, End: count }
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined
  return step === undefined ? null : Math.min(Math.max(from + step, 0), Math.max(0, count - 1))
}

interface StillProps {
  readonly list: RefObject<HTMLDivElement | null>
  readonly found: Found
  readonly first: number
  readonly rowHeight: number
  readonly active: number
  readonly hold: (at: number | null, focus?: boolean) => void
}

/** When rows come or go above what is seen, what is seen stays where it is. At the top of the list they simply appear. */
function useStill({ list, found, first, rowHeight, active, hold }: StillProps): void {
  const seen = useRef<{ readonly id: string; readonly at: number } | null>(null)
  const isFocused = list.current?.contains(document.activeElement) ?? false
  useLayoutEffect(() => {
    const before = seen.current
    if (before === null || before.at === 0) return
    const now = placeIn(found, before.id)
    if (now === null || now === before.at) return
    seen.current = { ...before, at: now }
    scrollBy(0, (now - before.at) * rowHeight)
    hold(active + now - before.at, isFocused)
  }, [found])
  useEffect(() => {
    const row = found.rows.get(first)
    seen.current = row === undefined ? null : { id: row.id, at: first }
  }, [found, first])
}

function placeIn({ rows }: Found, id: string): number | null {
  for (const [at, row] of rows) if (row.id === id) return at
  return null
}
