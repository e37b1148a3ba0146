import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** What the keyboard comes to is not brought into view under the bar that stays at the foot of the window, however much is written in it. */
export function useClear(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const clear = () => {
      const { current } = bar
      const covers = current !== null && getComputedStyle(current).position === 'sticky'
      document.documentElement.style.scrollPaddingBottom = covers ? `${String(current.offsetHeight)}px` : ''
    }
    clear()
    addEventListener('resize', clear)
    return () => removeEventListener('resize', clear)
  })
}
