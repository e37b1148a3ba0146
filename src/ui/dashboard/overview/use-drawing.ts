import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { drawBars, type Bars, type OnBars } from './draw-bars'

/** What changes the colours of a page without any of its elements changing. */
const themes = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)']

/** Draws bars into an element, and anew whenever they, its size, its text or the theme change. @param bars null while they are not known */
export function useDrawing(bars: Bars | null, on: OnBars): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null)
  const latest = useRef(on)
  latest.current = on
  const look = useLook(root)
  useLayoutEffect(() => {
    if (root.current === null || bars === null) return undefined
    return drawBars(root.current, bars, { point: (bar) => latest.current.point(bar), press: (bar) => latest.current.press(bar) }) ?? undefined
  }, [bars, look])
  return root
}

/** A name for how an element would be drawn now: its size and the theme. */
function useLook(root: RefObject<HTMLDivElement | null>): string {
  const [look, setLook] = useState('')
  useEffect(() => {
    const queries = themes.map((theme) => matchMedia(theme))
    const see = () => setLook([root.current?.clientWidth, root.current?.clientHeight, ...queries.map(({ matches }) => matches)].join(' '))
    const watching = new ResizeObserver(see)
    if (root.current !== null) watching.observe(root.current)
    for (const query of queries) query.addEventListener('change', see)
    return () => {
      watching.disconnect()
      for (const query of queries) query.removeEventListener('change', see)
    }
  }, [root])
  return look
}
