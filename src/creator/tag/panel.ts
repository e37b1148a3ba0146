import { style } from './style'

/** One thing the reader can do. */
export interface Action {
  readonly label: string
  /** A data: address. Left out where the page's own rules show no such pictures. */
  readonly icon?: string | null
  readonly isPrimary?: boolean
  readonly run: () => void
}

/** What is seen. Null parts are not there. */
export interface View {
  readonly price: string | null
  readonly terms: string | null
  readonly message: string | null
  readonly actions: readonly Action[]
  readonly note: string | null
  /** Where the note leads. */
  readonly help: { readonly label: string; readonly href: string } | null
}

/** The tag's own interface below what the author put into it. It holds nothing that the page may not know. */
export class Panel {
  readonly #panel = part('section', 'panel')
  readonly #price = part('p', 'price')
  readonly #terms = part('p', 'terms')
  readonly #message = part('p', 'message')
  readonly #actions = part('div', 'actions')
  readonly #note = part('p', 'note')
  readonly #said = document.createElement('p')
  readonly #root: ShadowRoot

  /** @param inside what stands between the buttons and the note */
  constructor(root: ShadowRoot, label: string, inside: readonly Node[]) {
    this.#root = root
    this.#panel.setAttribute('aria-label', label)
    this.#message.setAttribute('role', 'status')
    this.#message.tabIndex = -1
    this.#said.setAttribute('role', 'status')
    this.#said.className = 'said'
    this.#panel.append(this.#price, this.#terms, this.#message, this.#actions, ...inside, this.#note)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    root.adoptedStyleSheets = [sheet]
    root.append(this.#panel, this.#said)
  }

  show({ price, terms, message, actions, note, help }: View): void {
    const hadFocus = this.#root.activeElement !== null
    setText(this.#price, price)
    setText(this.#terms, terms)
    setText(this.#note, note)
    if (help !== null) this.#note.append(' ', link(help))
    this.#actions.replaceChildren(...actions.map(button))
    this.#actions.hidden = actions.length === 0
    // Said last, when what it speaks of is there. The region itself stays: what comes and goes is not read aloud.
    if (this.#message.textContent !== (message ?? '')) this.#message.textContent = message ?? ''
    if (hadFocus && message !== null) this.#message.focus()
  }

  /** Nothing is left to do: only what the tag holds is seen. @param sentence read aloud */
  close(sentence: string | null): void {
    this.#panel.hidden = true
    this.#said.textContent = sentence ?? ''
  }
}

export function part<K extends keyof HTMLElementTagNameMap>(tag: K, name: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  made.setAttribute('part', name)
  return made
}

export function setText(target: HTMLElement, text: string | null): void {
  target.textContent = text ?? ''
  target.hidden = text === null
}

function button({ label, icon, isPrimary, run }: Action): HTMLButtonElement {
  const made = part('button', isPrimary === true ? 'action primary' : 'action')
  made.type = 'button'
  if (icon !== undefined && icon !== null) {
    const picture = document.createElement('img')
    picture.alt = ''
    picture.onerror = () => picture.remove()
    picture.src = icon
    made.append(picture)
  }
  made.append(label)
  made.onclick = run
  return made
}

function link({ label, href }: { readonly label: string; readonly href: string }): HTMLAnchorElement {
  const made = document.createElement('a')
  made.href = href
  made.textContent = label
  return made
}
