import type { ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PageProps } from './page'
import type { Route } from './route'

/** A page's screen, which lies in a file of its own and is fetched from the package when it is first wanted. */
export interface Screen {
  /** Null before it has come. */
  readonly View: ComponentType<PageProps> | null
  /** Once it has come, there is nothing to do. Rejects when it cannot be read; then it may be tried again. */
  readonly load: () => Promise<void>
}

export function screenFrom(fetched: () => Promise<ComponentType<PageProps>>): Screen {
  let view: ComponentType<PageProps> | null = null
  return {
    get View() {
      return view
    },
    load: async () => {
      view ??= await fetched()
    },
  }
}

interface Shown {
  readonly View: ComponentType<PageProps>
  readonly route: Route
}

export type ScreenState = { readonly state: 'waiting' } | { readonly state: 'failed'; readonly retry: () => void } | ({ readonly state: 'ready' } & Shown)

/** What is to be shown at a place: its screen, or the one before it while this one is on its way, so that nothing flickers. */
export function useScreen(screen: Screen, route: Route): ScreenState {
  const last = useRef<Shown | null>(null)
  const [failed, setFailed] = useState<Screen | null>(null)
  const [, setArrived] = useState<Screen | null>(null)
  const isWanted = screen.View === null && failed !== screen
  useEffect(() => {
    if (!isWanted) return
    let isCurrent = true
    const unlessLeft = (note: (screen: Screen) => void) => () => {
      if (isCurrent) note(screen)
    }
    screen.load().then(unlessLeft(setArrived), unlessLeft(setFailed))
    return () => {
      isCurrent = false
    }
  }, [screen, isWanted])

  if (screen.View !== null) last.current = { View: screen.View, route }
  else if (failed === screen) return { state: 'failed', retry: () => setFailed(null) }
  return last.current === null ? { state: 'waiting' } : { state: 'ready', ...last.current }
}
