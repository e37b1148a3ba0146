import type { Dispute } from '../../core/dispute/dispute'
import { isOpen } from '../../core/dispute/machine'
import { en as words } from '../../core/words/en'

const text = words.dispute

/** A seller that was tried this often in vain may be written to. */
const triesToLetter = 3

/** What is asked of the reader: to send a letter, to answer a no, to go further, to decide what to make of an answer. */
export function waitsForReader(dispute: Dispute): boolean {
  const { state, counter } = dispute
  if (!isOpen(dispute)) return false
  return needsLetter(dispute) || (state === 'denied' && counter === null) || state === 'finally-denied' || state === 'no-response' || dispute.unreadable !== null || dispute.agrees === false
}

/** The request, or what the reader says to a no, goes by letter, and they have not sent it. */
export const needsLetter = ({ way, unsent, tries }: Dispute): boolean => (unsent === 'request' || unsent === 'counter') && (way.kind === 'letter' || tries >= triesToLetter)

export function statusOf(dispute: Dispute): string {
  const { state, unsent, way } = dispute
  const isUnsent = (state === 'filed' && unsent === 'request') || (state === 'countered' && unsent === 'counter')
  if (!isUnsent) return text.status[state]
  return way.kind === 'letter' ? text.status.letter : text.status.unsent
}
