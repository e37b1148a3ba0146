import type { RefObject } from 'preact'
import { useId } from 'preact/hooks'

interface FileFieldProps {
  readonly label: string
  /** What the browser's list shows first: the end of a name, with its dot. */
  readonly accept: string
  readonly onChoose: (file: File | null) => void
  /** Why what was chosen cannot be used. Said aloud when it appears. */
  readonly error: string | null
  readonly inputRef: RefObject<HTMLInputElement | null>
}

/** Lets the reader choose one file: the browser's own control, in the clothes of the others. */
export function FileField({ label, accept, onChoose, error, inputRef }: FileFieldProps) {
  const id = useId()
  return (
    <div class={`field${error === null ? '' : ' field-wrong'}`}>
      <label for={id}>{label}</label>
      <div class="field-line">
        <input
          id={id}
          ref={inputRef}
          type="file"
          accept={accept}
          aria-invalid={error !== null}
          aria-describedby={`${id}-message`}
          onChange={(event) => onChoose(event.currentTarget.files?.[0] ?? null)}
        />
      </div>
      <p id={`${id}-message`} class="field-message" aria-live="polite">
        {error}
      </p>
    </div>
  )
}
