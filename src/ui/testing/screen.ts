import { render, type ComponentChild } from 'preact'
import { act } from 'preact/test-utils'

/** What a reader sees and can do, found by the words on it. */
export interface Screen {
  readonly root: HTMLElement
  text(): string
  button(name: string): HTMLElement
  field(label: string): HTMLInputElement
  click(name: string): Promise<void>
  /** Replaces what is in a field. */
  type(label: string, value: string): Promise<void>
  /** Lets everything that was set going come to rest. */
  settle(): Promise<void>
}

let shown: HTMLElement | null = null

/** Renders a view into an empty document; what was shown before is taken down first. */
export async function show(view: ComponentChild): Promise<Screen> {
  if (shown !== null) render(null, shown)
  const root = document.createElement('div')
  shown = root
  document.body.replaceChildren(root)
  await act(() => render(view, root))
  await settle()
  const button = (name: string) => found(root.querySelectorAll<HTMLElement>('button, a, summary'), name, nameOf)
  const field = (label: string) => {
    const { htmlFor } = found(root.querySelectorAll('label'), label, (element) => element.textContent)
    return found(root.querySelectorAll<HTMLInputElement>('input, textarea, select'), htmlFor, (element) => element.id)
  }
  return {
    root,
    settle,
    button,
    field,
    text: () => root.textContent,
    click: async (name) => {
      await act(() => button(name).click())
      await settle()
    },
    type: async (label, value) => {
      await act(() => {
        field(label).value = value
        field(label).dispatchEvent(new Event('input', { bubbles: true }))
      })
    },
  }
}

/** An answer may bring a view that asks again: more rounds than any page here needs. */
const rounds = 4

async function settle(): Promise<void> {
  for (let round = 0; round < rounds; round++) await act(async () => new Promise((resolve) => setTimeout(resolve)))
}

const nameOf = (element: HTMLElement) => element.getAttribute('aria-label') ?? element.textContent

function found<E extends Element>(elements: Iterable<E>, name: string, nameOfElement: (element: E) => string): E {
  const all = Array.from(elements)
  const match = all.find((element) => nameOfElement(element).trim() === name)
  if (match === undefined) throw new Error(`Nothing is called "${name}". There is: ${all.map(nameOfElement).join(' | ')}`)
  return match
}
