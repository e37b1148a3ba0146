import { speakable } from './speakable'

/** What the card in a page says, and the lines of a price wherever it is shown. */
export const card = speakable('card', {
  looking: 'Looking up the price',
  soldBy: (seller: string) => `Sold by ${seller}`,
  unlock: (price: string) => `Unlock for ${price}`,
  locked: 'Open the approval',
  retry: 'Open it again, free',
  working: 'Your payment is on its way',
  checking: 'Checking what happened to your payment. You will not be charged twice.',
  undelivered: 'The page took the payment but sent nothing. Trying again, at no cost.',
  owned: 'You own this. Opening it again, free.',
  ownedDocument: (date: string) => `You bought this on ${date}. The site asks again; try opening it free first.`,
  why: 'Why am I seeing this?',
  whyAnswer:
    'This page asks for a payment. Farthing shows what it asks before anything is paid. The page cannot see your balance, your history or who you are, and nothing is paid until you agree in a separate window.',
  dismiss: 'Put away',
  /** Said aloud when a piece has come; {count} is the number of its words. */
  arrived: 'Unlocked, {count} words',
  keepForever: 'Yours to keep',
  /** For what a page loads: an image, a recording. */
  loadsAgain: 'The page is loaded again, with it',
  creator: 'Creator receives',
  platform: 'Platform share',
  facilitator: 'Payment service',
  network: 'Network fee',
  escrow: 'Held in trust',
  onward: 'Passed on to others',
  /** By the reader's own figure; it was paid elsewhere and before. */
  funding: 'Spent earlier to get these dollars',
  paidByService: 'paid by the payment service',
  payee: 'Paid to',
  notDeclared: 'not declared by the seller',
  paidBySeller: 'paid by the seller',
  words: (count: string) => `${count} words`,
})
