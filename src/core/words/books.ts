import type { DeliveryKind, PurchaseState } from '../purchase/purchase'
import { card } from './card'
import { speakable } from './speakable'

const kinds: Record<DeliveryKind, string> = { document: 'Page', fragment: 'Piece of a page', subresource: 'Part of a page', tip: 'Tip' }

/** A table is read years later: it says what happened to the money, not what the wallet is doing. */
const states: Record<PurchaseState, string> = {
  quoted: 'Not paid yet',
  reserved: 'Not paid yet',
  signed: 'Not paid yet',
  sent: 'Not known yet',
  refused: 'Not known yet',
  unknown: 'Not known yet',
  settled: 'Paid',
  delivered: 'Paid',
  undelivered: 'Paid, not delivered',
  void: 'Not charged',
}

/** What files that leave the wallet say, and what is said of them. */
export const books = speakable('books', {
  kinds,
  states,
  columns: {
    date: 'Date',
    time: 'Time',
    zone: 'Time zone',
    title: 'Title',
    site: 'Site',
    page: 'Page',
    kind: 'Kind',
    state: 'State',
    amount: 'Amount',
    currency: 'Currency',
    refunded: 'Came back',
    network: 'Network',
    converted: 'Estimated value',
    convertedCurrency: 'Estimated in',
    rate: 'Rate for 1 USDC',
    rateSource: 'Rate from',
    rateDate: 'Rate of',
    // As they are called where a price is shown.
    fees: { content: card.creator, platform: card.platform, facilitator: card.facilitator, network: card.network, escrow: card.escrow, onward: card.onward, funding: card.funding },
    payee: 'Paid to',
    reference: 'Payment reference',
    noteSent: 'Written to the creator',
    note: 'Own note',
    tags: 'Own labels',
  },
  /** Beside a payment. @param price what it was shown as @param one what one USDC was worth */
  thatDay: {
    feed: (price: string, one: string, moment: string) => `Shown to you as ${price}, an estimate: 1 USDC was ${one}, as Chainlink told it on ${moment}.`,
    reference: (price: string, one: string, day: string) => `Shown to you as ${price}, an estimate: 1 USDC was ${one}, by the reference rates of the European Central Bank of ${day}.`,
  },
  rateSources: { feed: 'Chainlink', reference: 'European Central Bank' },
  notDeclared: 'not declared',
  /** Said before a readable file leaves the wallet, or one is taken in. */
  save: 'Save your payments in a file that anybody who has it can read.',
  takeIn: 'Take in payments from a file.',
  takeInAll: 'Take in payments from a file, and its settings, limits and exceptions as well, also where they allow more than now.',
  gone: 'That was interrupted. Begin again.',
  fromFile: {
    foreign: 'This is no file of payments as Farthing writes them, or another program has saved it anew. Nothing was taken from it.',
    newer: 'This file is of a newer Farthing. Nothing was taken from it.',
    broken: 'This file is damaged, or not whole. Nothing was taken from it.',
    stranger: 'The payments in this file are from another wallet. Nothing was taken from it.',
    untrue: 'A payment in this file does not hold together. Nothing was taken from it.',
    tooLarge: 'This file is larger than this device can take in at once. Nothing was taken from it.',
  },
})
