import { paywallElements, sourceOf } from '../paywall'

/** Tags that already hold what was bought for them. */
const filled = new WeakSet<Element>()

/** What was put in place: where reading begins, and how long it is. */
export interface Inserted {
  readonly first: HTMLElement
  readonly words: number
}

/**
 * Puts a bought piece where its `<pay-wall src>` stood, in the first tag with that address that is still empty,
 * and returns null where the page has no such tag any more: the worker keeps the copy.
 */
export function insertFragment(page: Document, src: string, piece: DocumentFragment): Inserted | null {
  const tag = paywallElements(page).find((element) => sourceOf(element) === src && !filled.has(element))
  if (!(tag instanceof HTMLElement)) return null
  const words = countWords(piece.textContent)
  const { firstElementChild } = piece
  filled.add(tag)
  tag.replaceChildren(piece)
  return { first: firstElementChild instanceof HTMLElement ? firstElementChild : tag, words }
}

/** Moves keyboard and screen reader to a text that is no control. */
export function focusText(target: HTMLElement): void {
  target.tabIndex = -1
  target.focus()
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}
