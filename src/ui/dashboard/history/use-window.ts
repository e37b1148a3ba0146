import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { RefObject } from 'preact'

/** Rows are all of one height, given by the style; this is taken where there is none. */
const usualHeight = 64
/** Rows that are drawn beyond those that are seen, on each side. */
const beyond = 8

export interface Window {
  /** Pixels; changes with the size of text and the width of the window. */
  readonly rowHeight: number
  /** The first and last row that are seen, a part of them at least. */
  readonly first: number
  readonly last: number
  /** What to draw. */
  readonly from: number
  readonly to: number
}

/**
 * Which rows of a long list lie in the browser's window, as the page is scrolled, resized and its text enlarged.
 * @param list holds the rows, and is as high as all of them
 * @param ruler is as high as one of them
 */
export function useWindow(list: RefObject<HTMLElement | null>, ruler: RefObject<HTMLElement | null>, count: number): Window {
  const [place, setPlace] = useState({ rowHeight: usualHeight, first: 0, last: 0 })
  const latest = useRef(place)

  useLayoutEffect(() => {
    const measure = () => {
      const rowHeight = ruler.current?.offsetHeight || usualHeight
      const above = scrollY - topOf(list.current)
      const first = Math.max(0, Math.floor(above / rowHeight))
      const last = Math.max(first, Math.floor((above + innerHeight) / rowHeight))
      const before = latest.current
      if (before.first === first && before.last === last && before.rowHeight === rowHeight) return
      latest.current = { rowHeight, first, last }
      setPlace(latest.current)
    }
    measure()
    const sizes = new ResizeObserver(measure)
    for (const { current } of [list, ruler]) if (current !== null) sizes.observe(current)
    addEventListener('scroll', measure, { passive: true })
    addEventListener('resize', measure)
    return () => {
      sizes.disconnect()
      removeEventListener('scroll', measure)
      removeEventListener('resize', measure)
    }
  }, [count])

  const end = Math.max(0, count - 1)
  const first = Math.min(place.first, end)
  const last = Math.min(place.last, end)
  return { rowHeight: place.rowHeight, first, last, from: Math.max(0, first - beyond), to: Math.min(last + beyond, end) }
}

/** How far below the top of the document an element begins, in pixels. */
export function topOf(element: HTMLElement | null): number {
  let top = 0
  for (let each: Element | null = element; each instanceof HTMLElement; each = each.offsetParent) top += each.offsetTop
  return top
}
