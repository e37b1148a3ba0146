import { useId } from 'preact/hooks'

export interface Option<V extends string | number> {
  readonly value: V
  readonly label: string
}

interface SelectProps<V extends string | number> {
  readonly label: string
  readonly text?: string | undefined
  readonly value: string | number
  readonly options: readonly Option<V>[]
  readonly onChoose: (value: V) => void
}

/** One of a few. What is chosen is one of `options`, never the text of the element. */
export function Select<V extends string | number>({ label, text, value, options, onChoose }: SelectProps<V>) {
  const id = useId()
  const choose = (index: number) => {
    const option = options[index]
    if (option !== undefined) onChoose(option.value)
  }
  return (
    <div class="setting">
      <label for={id}>{label}</label>
      <select id={id} value={String(value)} aria-describedby={`${id}-text`} onChange={(event) => choose(event.currentTarget.selectedIndex)}>
        {options.map((option) => (
          <option key={option.value} value={String(option.value)}>
            {option.label}
          </option>
        ))}
      </select>
      <p id={`${id}-text`} class="small quiet">
        {text}
      </p>
    </div>
  )
}
