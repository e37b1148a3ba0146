import type { ReceiptCheck } from '../core/export/receipts'
import type { Spoken } from '../core/words/speakable'

/**
 * What the page that checks payments says. It is read by people who have never heard of Farthing. In another language it goes into
 * the file with the payments, so it is text alone: what stands in braces is filled in there.
 */
const english = {
  title: 'Receipts',
  intro: 'This page checks the payments in it by their signatures, here and now, without a network and without asking anybody. Nothing is sent anywhere.',
  none: 'There are no payments in this file.',
  broken: 'What is in this file cannot be read: it was changed or cut off.',
  /** Of one payment, and of several. */
  count: { holds: 'One payment, and it holds.', doesNot: 'One payment, and it does not hold.', many: '{all} payments, of which {good} hold.' },
  payment: '{amount} to {payTo}',
  on: '{day}, on {network}',
  authorization: {
    payer: 'The payer signed exactly this: amount, account and number are theirs.',
    false: 'This is not what the payer signed. Somebody has changed the amount, an account, the number or the signature.',
    none: 'The payer’s signature is not in this file: the payment was made on another device.',
  } satisfies Record<ReceiptCheck['authorization'], string>,
  offer: {
    seller: 'The account that was paid put this price in writing.',
    stranger: 'There is a written price, but not from the account that was paid.',
    differs: 'There is a written price, but it says something else, or its signature is false.',
    none: 'There is no written price.',
  } satisfies Record<ReceiptCheck['offer'], string>,
  receipt: {
    seller: 'The account that was paid gave a receipt for this payment.',
    stranger: 'There is a receipt, but not from the account that was paid.',
    differs: 'There is a receipt, but it is not for this payment, or its signature is false.',
    none: 'There is no receipt.',
  } satisfies Record<ReceiptCheck['receipt'], string>,
  settled: 'By the payer’s records it was settled in transaction {transaction}. That it was can be looked up on the network by anybody; this page cannot.',
  /** @param payer the account that paid */
  refunded: 'By the payer’s records {amount} came back to {payer} in transaction {transaction}. No signature in this file proves that; like the payment itself it can be looked up on the network by anybody, and this page cannot.',
  unsettled: 'By the payer’s records it was settled; they do not name the transaction.',
  unsigned: 'Title and page are as the payer’s wallet wrote them down. Nobody signed those.',
  facts: { page: 'Page', resource: 'Asked for the payment', payer: 'Paid by', payTo: 'Paid to', number: 'Payment number', token: 'Token contract' },
  raw: 'Everything in this file about it',
} as const

export const receiptsPage: Spoken<typeof english> = english
