import { useEffect, useState } from 'preact/hooks'

/** How long the words stay on screen: long enough to copy twelve by hand begun at once, and looked at again. Milliseconds. */
export const shownForMs = 60_000

/**
 * Holds something secret while the reader looks at it, and lets go of it after a minute, or at once when the window
 * is left or hidden.
 */
export function useShownWords(): readonly [readonly string[] | null, (words: readonly string[] | null) => void] {
  const [words, setWords] = useState<readonly string[] | null>(null)
  useEffect(() => {
    if (words === null) return undefined
    const hide = () => setWords(null)
    const look = () => {
      if (document.visibilityState === 'hidden') hide()
    }
    const timer = setTimeout(hide, shownForMs)
    window.addEventListener('blur', hide)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('blur', hide)
      document.removeEventListener('visibilitychange', look)
    }
  }, [words])
  return [words, setWords]
}
