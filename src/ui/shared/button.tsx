import type { ComponentChildren } from 'preact'

interface ButtonProps {
  readonly children: ComponentChildren
  readonly onClick?: ((event: MouseEvent) => void) | undefined
  /** One primary button a screen: what most people came for. */
  readonly look?: 'primary' | 'secondary' | 'link'
  readonly type?: 'button' | 'submit'
  /** Still focusable and readable; a press does nothing. Why has to stand beside it. */
  readonly off?: boolean
  /** For the accessible name, where the visible words are too short. */
  readonly label?: string | undefined
  readonly wide?: boolean
}

/** A button that is switched off stays in its place and can be reached with the keyboard. */
export function Button({ children, onClick, look = 'secondary', type = 'button', off = false, label, wide = false }: ButtonProps) {
  const press = (event: MouseEvent) => {
    if (off) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button type={type} class={`button button-${look}${wide ? ' button-wide' : ''}`} aria-disabled={off} aria-label={label} onClick={press}>
      {children}
    </button>
  )
}

interface ButtonLinkProps extends Pick<ButtonProps, 'children'> {
  readonly href: string
  readonly look?: 'primary' | 'secondary'
}

/** A link to another page of ours that is what most people came for. */
export function ButtonLink({ children, href, look = 'secondary' }: ButtonLinkProps) {
  return (
    <a class={`button button-${look}`} href={href}>
      {children}
    </a>
  )
}
