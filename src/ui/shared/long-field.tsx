import { useId } from 'preact/hooks'

interface LongFieldProps {
  readonly label: string
  readonly value: string
  readonly maxLength: number
  readonly hint: string
  readonly onInput: (value: string) => void
}

/** A few labelled lines of the reader's own words. */
export function LongField({ label, value, maxLength, hint, onInput }: LongFieldProps) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-line">
        <textarea id={id} rows={4} value={value} maxLength={maxLength} aria-describedby={`${id}-hint`} onInput={(event) => onInput(event.currentTarget.value)} />
      </div>
      <p id={`${id}-hint`} class="field-message">
        {hint}
      </p>
    </div>
  )
}
