import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import './dialog.css'

interface DialogProps {
  readonly title: string
  /** Hears Escape. Without it the dialog stays: it is to be left by what is in it. */
  readonly onLeave?: () => void
  readonly children: ComponentChildren
}

/** A question over the page: the platform keeps the focus in it and gives it back afterwards, and nothing below can be pressed. */
export function Dialog({ title, onLeave, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  // Before anything inside asks for the focus.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  const cancel = (event: Event) => {
    event.preventDefault()
    onLeave?.()
  }
  // Browsers let a second Escape through.
  const closed = () => {
    if (onLeave === undefined) dialog.current?.showModal()
    else onLeave()
  }
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} onCancel={cancel} onClose={closed}>
      <div class="stack">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  )
}
