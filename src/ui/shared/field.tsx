import type { ComponentChildren, RefObject } from 'preact'
import { useId } from 'preact/hooks'

/**
 * A web address gets a fitting keyboard, and not the browser's own complaints; so do digits. A PIN is covered by the
 * style alone: a field of type "password" would be offered for keeping, and a PIN is to be forgotten.
 */
const kinds = {
  text: { type: 'text' },
  password: { type: 'password' },
  url: { type: 'text', inputMode: 'url' },
  digits: { type: 'text', inputMode: 'numeric' },
  decimal: { type: 'text', inputMode: 'decimal' },
  pin: { type: 'text', inputMode: 'numeric', class: 'field-covered' },
} as const

export interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly hint?: string | undefined
  /** Why what was typed cannot be used. Said aloud when it appears. */
  readonly error?: string | null
  readonly type?: keyof typeof kinds
  readonly autocomplete?: string
  readonly maxLength?: number
  /** Hears keys go down and up. */
  readonly onKey?: (event: KeyboardEvent) => void
  /** Sits inside the right end of the field. */
  readonly aside?: ComponentChildren
  readonly inputRef?: RefObject<HTMLInputElement | null> | null
}

/**
 * One labelled line of text, without autocorrection: what is typed into a wallet is meant letter by letter.
 * `autoCorrect` is written so that it becomes an attribute: the property `autocorrect` takes any text for "on".
 */
export function Field({ label, value, onInput, hint, error = null, type = 'text', autocomplete = 'off', ...rest }: FieldProps) {
  const { maxLength = 1024, onKey, aside, inputRef = null } = rest
  const id = useId()
  const message = error ?? hint
  return (
    <div class={`field${error === null ? '' : ' field-wrong'}`}>
      <label for={id}>{label}</label>
      <div class="field-line">
        <input
          id={id}
          ref={inputRef}
          {...kinds[type]}
          value={value}
          maxLength={maxLength}
          autocomplete={autocomplete}
          autocapitalize="off"
          autoCorrect="off"
          spellcheck={false}
          aria-invalid={error !== null}
          aria-describedby={`${id}-message`}
          onInput={(event) => onInput(event.currentTarget.value)}
          {...(onKey === undefined ? {} : { onKeyDown: onKey, onKeyUp: onKey })}
        />
        {aside}
      </div>
      <p id={`${id}-message`} class="field-message" aria-live="polite">
        {message}
      </p>
    </div>
  )
}
