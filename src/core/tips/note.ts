import { displayText } from '../protocols/text'

/** The longest note with a tip, in UTF-16 code units: a payment travels in one header. */
export const longestNote = 200

/** What a reader wrote with a tip, as it is sent and kept: one line of plain text. Null for nothing. */
export function readNote(typed: string): string | null {
  const note = displayText(typed.slice(0, longestNote), longestNote)
  return note === '' ? null : note
}
