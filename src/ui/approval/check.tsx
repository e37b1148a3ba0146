import type { ComponentChildren } from 'preact'

interface CheckProps {
  readonly checked: boolean
  readonly onCheck: (checked: boolean) => void
  readonly children: ComponentChildren
}

/** Something the reader has to say before anything is paid. */
export function Check({ checked, onCheck, children }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onCheck(event.currentTarget.checked)} />
      <span>{children}</span>
    </label>
  )
}
