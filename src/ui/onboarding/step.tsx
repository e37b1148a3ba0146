import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { words } from './words'

interface StepProps {
  readonly title: string
  readonly text?: string
  readonly children: ComponentChildren
}

/** One thought: a heading that takes the focus, so that a screen reader begins there, a sentence, and what to do. */
export function Step({ title, text, children }: StepProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${words.window}`
  }, [title])
  useEffect(() => {
    // A field that asks for the focus itself keeps it.
    if (document.activeElement === null || document.activeElement === document.body) heading.current?.focus()
  }, [])
  return (
    <section class="step stack">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {text !== undefined && <p class="step-text">{text}</p>}
      {children}
    </section>
  )
}
