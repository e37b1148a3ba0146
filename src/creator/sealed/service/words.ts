import type { SealFault } from '../seal'

/** What is said of a seal that sells nothing. */
export const faults: Readonly<Record<SealFault | 'network', string>> = {
  malformed: 'You were not charged: this address is not complete. Open the article again, and go on from there.',
  'other-service': 'You were not charged: this was sealed for another service. The author has to name this one and build the page again.',
  broken: 'You were not charged: somebody has changed this address. Open the article itself, and go on from there.',
  ended: 'You were not charged: this price was good until a day that is over. Open the article again to see what it costs now.',
  network: 'You were not charged: this service does not take money of the kind that is asked for here.',
}

export const words = {
  tooLong: 'This address is too long.',
  tooLarge: 'You were not charged: what came with this request is too large.',
  tooMany: 'You were not charged: there are too many requests from where you are. Try again in a minute.',
  nothing: 'There is nothing here.',
  method: 'This is asked for with GET.',
  elsewhere: 'You were not charged: a key alone cannot be read. Open the article, and pay there.',
  used: 'You were not charged again: this payment was used before, and this service no longer knows for what. If you have bought this and have not got it, write to its author.',
  about: 'This is a key service. It sells the keys of articles that stand elsewhere, for their authors: the money goes to them, and nothing is kept here.',
} as const
