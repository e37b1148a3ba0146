import { displayText } from '../protocols/text'

/** What the reader has written beside a payment, for themselves: it is sent to nobody. */
export interface PaymentLabel {
  /** Null for nothing. */
  readonly note: string | null
  readonly tags: readonly string[]
}

/** In UTF-16 code units. */
export const longestLabelNote = 500
export const longestTag = 30
export const mostTags = 10

export const unlabelled: PaymentLabel = { note: null, tags: [] }

export const isLabelled = ({ note, tags }: PaymentLabel): boolean => note !== null || tags.length > 0

/** A label as it is kept: lines of plain text, and no tag twice, however it is written. */
export function readLabel(note: string, tags: readonly string[]): PaymentLabel {
  const text = cleaned(note, longestLabelNote)
  const named = new Map<string, string>()
  for (const tag of tags) {
    const name = cleaned(tag, longestTag)
    const key = name.toLowerCase()
    if (name !== '' && !named.has(key)) named.set(key, name)
  }
  return { note: text === '' ? null : text, tags: [...named.values()].slice(0, mostTags) }
}

/** Characters may be of two units: what is longer in units is cut before it is counted in characters. */
const cleaned = (text: string, longest: number): string => displayText(text.slice(0, longest), longest)
