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

/** It goes by letter, and the reader has not sent it. */
export const needsLetter = ({ way, sentAt, unsent, tries }: Dispute): boolean => sentAt === null && (way.kind === 'letter' || (unsent === 'request' && tries >= triesToLetter))

export function statusOf(dispute: Dispute): string {
  if (dispute.state !== 'filed' || dispute.sentAt !== null) return text.status[dispute.state]
  return dispute.way.kind === 'letter' ? text.status.letter : text.status.unsent
}
