import type { PolicyText } from '../../../core/policy/text'
import { speakable } from '../../../core/words/speakable'

export const privacy = speakable('privacyText', {
  title: 'What is kept, and who is told',
  lines: [
    'Farthing has no servers, counts nothing and reports nothing. What it knows lies on this device, sealed so that only your open wallet can read it; settings alone are not sealed.',
    '## What is kept here',
    'Your payments and what proves them, copies of what you bought, your notes, limits and permissions, what is usual on sites you pay, and what happened at the door.',
    'Pages on which nothing is paid are not written down.',
    'Under Privacy you see how much of it there is, choose how long it stays, take it along, and forget a site, a time or everything.',
    '## Who is told',
    'The site you pay: the payment, with the account of your purse, and that you have Farthing. It is also asked what it says about refunds. Whoever sells a part of its page, or brings the payment to the network for it, learns of the same payment.',
    'Everybody: from which account to which, how much, and when. The network is public and forgets nothing. Neither your name nor the page stands there.',
    'The connection to the network that you have chosen: which accounts and payments are looked up, and the internet address of this device.',
    'If you ask for your money back: the seller, what you have read before it was sent.',
    'Only where you have chosen them: a payment service for tips, a site that may know you are back, and an address for new rules.',
    'The makers of Farthing: nothing.',
    '## Your rights',
    'You need to ask nobody to see, correct or forget what is kept here. What is public on the network, and what sellers have written down, cannot be taken back from here.',
    '## When this changes',
    'Other words hold for you once you have agreed to them under Rules, and until then these do.',
  ],
} satisfies PolicyText)
