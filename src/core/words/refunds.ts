import type { ChainFault } from '../chain/faults'
import { speakable } from './speakable'

const notSeen: Record<ChainFault, string> = {
  unreachable: 'It cannot be seen right now whether money came back. Try again in a moment, or choose another endpoint in Settings.',
  'wrong-chain': 'It cannot be seen whether money came back: the endpoint in your settings belongs to another network.',
  'no-token': 'It cannot be seen whether money came back: the endpoint in your settings does not know your currency.',
  'went-back': 'It cannot be seen whether money came back: the endpoint in your settings contradicts what it said before.',
  malformed: 'It cannot be seen whether money came back: the endpoint in your settings gave an answer that makes no sense.',
}

/** What is said of money that comes back. @param amount, all, paid prices */
export const refunds = speakable('refunds', {
  whole: (paid: string) => `All of the ${paid} is back.`,
  part: (all: string, paid: string) => `${all} of ${paid} is back.`,
  more: (all: string, paid: string) => `${all} came back, more than the ${paid} you paid.`,
  status: { whole: 'Refunded', part: 'Partly refunded' },
  /** In the place of how a payment stands. */
  standing: { whole: 'You paid, and all of it came back.', part: 'You paid, and a part of it came back.' },
  none: 'Nothing has come back for this so far.',
  ask: 'You received a payment from this seller that may be the refund. You can tell whether it is.',
  askMany: (count: string) => `You received ${count} payments from this seller that may be the refund. You can tell which one is.`,
  pending: 'The seller has just sent something. Look again in a minute.',
  unseen: 'The number that was made for a refund is used or was taken back, and the money itself could not be found yet. It is not counted before it is.',
  /** An endpoint shows a few hours only. */
  short: 'Only the last hours could be looked through: what came back before then may be missing.',
  notPaid: 'You were not charged for this, so there is nothing to come back.',
  gone: 'That payment is not among those that may be the refund any more. Nothing was changed.',
  unknown: 'This payment is not in your history any more.',
  notSeen,
})
