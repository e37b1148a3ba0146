/** Builds elements without markup: what a seller wrote can only ever become text. */

interface Options {
  readonly class?: string
  readonly text?: string
  /** Cannot be selected, found or reached: a page cannot read it out of the closed root (docs/ARCHITECTURE.md, "The card"). */
  readonly inert?: boolean
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: Options = {},
  ...children: readonly Element[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (options.class !== undefined) made.className = options.class
  if (options.text !== undefined) made.textContent = options.text
  if (options.inert === true) made.inert = true
  made.append(...children)
  return made
}

/** Shows a text, or takes its place away when there is none. */
export function setText(target: HTMLElement, text: string | null): void {
  target.textContent = text ?? ''
  target.hidden = text === null
}
