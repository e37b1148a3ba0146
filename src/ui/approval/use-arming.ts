import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Arming, type Press } from './arming'

export type ArmingPhase = 'away' | 'arming' | 'armed'

const isSeen = () => document.visibilityState === 'visible' && document.hasFocus()

/**
 * Arms the pay button of this document for what `shown` names; anything new begins the second again.
 * The phase is only for the eye: a click is judged by `accepts`, on the clock, at the moment it comes.
 */
export function useArming(shown: string): { readonly phase: ArmingPhase; readonly accepts: (click: Press) => boolean } {
  const arming = useRef<Arming | null>(null)
  arming.current ??= new Arming(() => performance.now())
  const subject = arming.current
  const [phase, setPhase] = useState<ArmingPhase>('away')

  useLayoutEffect(() => subject.restart(), [subject, shown])
  useEffect(() => follow(subject, setPhase), [subject, shown])

  return { phase, accepts: useCallback((click: Press) => subject.accepts(click), [subject]) }
}

/** Tells `subject` what happens to the window, and `show` how far it is. Returns the way to stop. */
function follow(subject: Arming, show: (phase: ArmingPhase) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const update = () => {
    clearTimeout(timer)
    subject.attend(isSeen())
    const remaining = subject.remaining()
    show(remaining === null ? 'away' : remaining === 0 ? 'armed' : 'arming')
    if (remaining !== null && remaining > 0) timer = setTimeout(update, Math.ceil(remaining))
  }
  const leave = () => {
    subject.attend(false)
    update()
  }
  const pointerDown = () => subject.pointerDown()
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    subject.keyDown(event.repeat)
  }
  const stop = new AbortController()
  const { signal } = stop
  // Without capture: the focus moving from one control to another is not the window losing it.
  document.addEventListener('visibilitychange', update, { signal })
  window.addEventListener('focus', update, { signal })
  window.addEventListener('blur', leave, { signal })
  window.addEventListener('pointerdown', pointerDown, { signal, capture: true })
  window.addEventListener('keydown', keyDown, { signal, capture: true })
  update()
  return () => {
    clearTimeout(timer)
    stop.abort()
  }
}
