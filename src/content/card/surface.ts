import { element } from './element'
import { style } from './style'

/** The one element of ours in the page: a closed root for the card, and a live region for what is said aloud. */
export interface Surface {
  /** Shows the card, or nothing. */
  place(card: Element | null): void
  /** Says a sentence to screen readers when they are next idle. */
  say(sentence: string): void
  /** The element that has the focus inside the closed root. */
  focused(): Element | null
}

export function createSurface(): Surface {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  const said = element('div', { class: 'said' })
  said.setAttribute('role', 'status')
  adopt(root)
  root.append(said)
  const attach = (): void => {
    if (!host.isConnected) document.documentElement.append(host)
  }
  let placed: Element | null = null
  return {
    place(card) {
      if (card !== null) attach()
      if (placed === card) return
      placed?.remove()
      if (card !== null) root.prepend(card)
      placed = card
    },
    say(sentence) {
      attach()
      // A live region speaks when its text changes after it is in the document.
      said.textContent = ''
      requestAnimationFrame(() => {
        said.textContent = sentence
      })
    },
    focused: () => root.activeElement,
  }
}

/**
 * A constructed sheet is not subject to the page's content security policy. Firefox refuses to adopt one from a
 * content script (bug 1928865) and exempts a style element whose text a content script wrote instead.
 */
function adopt(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    root.adoptedStyleSheets = [sheet]
  } catch {
    root.append(element('style', { text: style }))
  }
}
