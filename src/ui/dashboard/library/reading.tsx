import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { CopyView } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { Failed } from '../../shared/status'
import { sanitiseCopy } from './sanitise'
import { words } from './words'

const text = words.article

/** Steps of the text's size; the third is what the page begins with. */
const sizes = [0.875, 1, 1.125, 1.25, 1.5, 1.75] as const
/** Kept while this page of the wallet is open: no store has to know how somebody likes to read. */
let chosen = 2

/**
 * A copy, sanitised as it is shown. It stands in this document and in no frame: what is left after the sanitiser has no
 * attribute that could style, name or load anything, the wallet's content security policy is the second wall, and containment
 * in the style sheet the third. A frame would need styles of its own, which that policy refuses, and could not be printed whole.
 */
export function Reading({ copy, title }: { readonly copy: CopyView; readonly title: string }) {
  const [size, setSize] = useState(chosen)
  const place = useRef<HTMLElement>(null)
  const piece = useMemo(() => sanitiseCopy(copy), [copy])
  const isEmpty = piece === null || (piece.textContent.trim() === '' && piece.querySelector('img') === null)
  useLayoutEffect(() => {
    if (piece !== null) place.current?.replaceChildren(document.importNode(piece, true))
  }, [piece])
  const resize = (by: number) => {
    chosen = Math.min(sizes.length - 1, Math.max(0, size + by))
    setSize(chosen)
  }
  if (isEmpty) return <Failed sentence={text.unreadable} />
  return (
    <>
      <div class="row reading-tools" role="group" aria-label={text.tools}>
        <Button off={size === 0} onClick={() => resize(-1)}>
          {text.smaller}
        </Button>
        <Button off={size === sizes.length - 1} onClick={() => resize(1)}>
          {text.larger}
        </Button>
        <Button onClick={() => print()}>{text.print}</Button>
      </div>
      <article ref={place} class={`reading reading-${String(size)}`} aria-label={title} lang={copy.lang ?? undefined} dir={copy.dir ?? 'auto'} />
    </>
  )
}
