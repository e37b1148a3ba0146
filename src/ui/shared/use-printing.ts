import { options } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/**
 * Whether the page is being printed just now, by a button or by the browser's own menu: what is only for paper is not on
 * screen, not even hidden.
 */
export function usePrinting(): boolean {
  const media = matchMedia('print')
  const [printing, setPrinting] = useState(media.matches)
  useEffect(() => {
    const begin = () => atOnce(() => setPrinting(true))
    const end = () => setPrinting(media.matches)
    const follow = () => (media.matches ? begin() : end())
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    media.addEventListener('change', follow)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
      media.removeEventListener('change', follow)
    }
  }, [])
  return printing
}

/** The browser lays the paper out as soon as its listeners return: a rendering that waits for its turn would come too late. */
function atOnce(change: () => void): void {
  const usual = options.debounceRendering
  options.debounceRendering = (render) => render()
  change()
  if (usual === undefined) delete options.debounceRendering
  else options.debounceRendering = usual
}
