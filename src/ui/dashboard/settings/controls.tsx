import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface CheckProps {
  readonly label: string
  readonly text: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

export function Check({ label, text, checked, onChange }: CheckProps) {
  const id = useId()
  return (
    <div class="check">
      <input id={id} type="checkbox" checked={checked} aria-describedby={`${id}-text`} onChange={(event) => onChange(event.currentTarget.checked)} />
      <label for={id}>{label}</label>
      <p id={`${id}-text`} class="small quiet">
        {text}
      </p>
    </div>
  )
}

export function Group({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="card stack">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
