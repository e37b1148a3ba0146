import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { words } from './words'

/** What every page of the dashboard is given: the part of the address after its own name, and what is asked for behind a "?". */
export interface PageProps {
  readonly detail: string | null
  readonly query: string
}

interface FrameProps {
  readonly title: string
  /** What the browser's tab says, and with it the browser's own history: for pages about one thing that was bought, whose title is nothing for either. Absent: the title. */
  readonly tab?: string
  /** For lists with several things in a row. */
  readonly wide?: boolean
  readonly children: ComponentChildren
}

/** A page: its heading takes the focus when it opens, so that a screen reader begins there and not in the rail. */
export function Page({ title, tab = title, wide = false, children }: FrameProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = words.title(tab)
    heading.current?.focus()
    // What was read is nothing for the tab of a locked wallet to tell.
    return () => {
      document.title = words.name
    }
  }, [title, tab])
  return (
    <div class={wide ? 'page page-wide' : 'page'}>
      <h1 ref={heading} tabIndex={-1}>
        <bdi>{title}</bdi>
      </h1>
      {children}
    </div>
  )
}
