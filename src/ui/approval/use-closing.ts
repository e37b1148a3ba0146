import { useEffect } from 'preact/hooks'

/** Long enough to read one short sentence. Milliseconds. */
export const closingDelay = 1200

/** Closes the window a moment from now, unless the reader touches it first. */
export function useClosing(closing: boolean): void {
  useEffect(() => {
    if (!closing) return undefined
    const timer = setTimeout(() => window.close(), closingDelay)
    const stay = () => clearTimeout(timer)
    window.addEventListener('pointerdown', stay)
    window.addEventListener('keydown', stay)
    return () => {
      stay()
      window.removeEventListener('pointerdown', stay)
      window.removeEventListener('keydown', stay)
    }
  }, [closing])
}
