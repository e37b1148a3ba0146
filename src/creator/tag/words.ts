import { toDecimal } from '../../core/money/atomic'
import type { WalletFault } from './account'
import type { Halt } from './purchase'

/** Everything the tag says. The money comes first. */

/** Atomic units of USDC as dollars with every digit: "$0.10", "$0.055". */
export function dollars(atomic: bigint): string {
  const [whole = '0', fraction = ''] = toDecimal(atomic, 6).split('.')
  return `$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction.padEnd(2, '0')}`
}

const time = (seconds: number): string => new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(new Date(seconds * 1000))
export const day = (milliseconds: number): string => new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(new Date(milliseconds))

const money: Readonly<Record<Halt['money'], string>> = {
  nothing: 'Nothing was charged.',
  'nothing-more': 'Nothing more was charged. Whether your earlier try was is not known yet; however often you try, you can be charged only once.',
  open: 'Nothing has been charged so far.',
  unknown: 'It is not known yet whether you were charged. Press again: you cannot be charged twice, and if you were, it opens.',
  charged: 'You were charged, and nothing came for it.',
}

/** Why a wallet did not do what it was asked. */
export const walletReasons: Readonly<Record<WalletFault, string>> = {
  declined: 'You said no in your wallet.',
  busy: 'Your wallet already has a question open. Answer it there, then press again.',
  'no-account': 'Your wallet shows this site no account.',
  'wrong-network': 'Your wallet is on another network and did not change to the one that is paid on. Change it there, then press again.',
  failed: 'Your wallet could not do it. Unlock it, then press again.',
}

function reason(halt: Halt): string {
  switch (halt.why) {
    case 'no-answer':
      return halt.money === 'unknown' ? 'The answer was lost on its way.' : 'There is no answer. Check your connection, then press again.'
    case 'refused':
      return 'This is not for sale right now.'
    case 'nothing-payable':
      return 'What is asked for here cannot be paid from a page safely: only dollars (USDC) on Base can.'
    case 'not-kept':
      return 'Your browser lets this site keep nothing, so nobody could tell later that you have paid. Allow it to keep data, then press again.'
    case 'not-secure':
      return 'This text opens only where the connection is secure (https).'
    case 'in-another-tab':
      return 'You are paying for this in another tab already.'
    case 'too-little':
      return `Your account has ${dollars(halt.balance)}; this costs ${dollars(halt.amount)}.`
    case 'other-account':
      return `What you began with the account ${halt.payer.slice(0, 6)}…${halt.payer.slice(-4)} can still be charged until ${time(halt.until)}. Choose that account, or wait until then.`
    case 'not-taken':
      return `The site did not take your payment. It ends by itself at ${time(halt.until)}; until then you cannot be charged twice.`
    case 'not-delivered':
      return 'Press again to ask for it at no cost, or write to the people of this site.'
    default:
      return walletReasons[halt.why]
  }
}

export const haltSentence = (halt: Halt): string => `${money[halt.money]} ${reason(halt)}`

export const words = {
  pay: (price: string) => `Pay ${price} with a wallet`,
  askPrice: 'Ask for the price',
  tip: 'Leave a tip',
  giveAmount: (price: string) => `Give ${price}`,
  payAmount: (price: string) => `Pay ${price}`,
  again: (price: string) => `Pay ${price} once more`,
  open: 'Open it again',
  retry: 'Try again',
  notNow: 'Not now',
  whichWallet: 'Which wallet?',
  whichAmount: 'How much?',
  noWallet: 'To pay, you need a wallet in your browser. One that is made for reading, such as Farthing, asks you by itself; any other gets a button here.',
  stages: { asking: 'Asking for the price …', wallet: 'Waiting for your wallet …', paying: 'Paying …' },
  opening: 'Opening …',
  higher: (price: string, said: string) => `This now costs ${price}, not ${said}. Nothing has been charged.`,
  costs: (price: string) => `This costs ${price}. Nothing has been charged.`,
  paidBefore: (date: string, price: string) => `You paid for this on ${date}, and the site asks again. Nothing more was charged. It costs ${price} once more.`,
  begun: 'You began to pay for this. Press again: you cannot be charged twice.',
  bought: 'You have bought this. Opening it again is free.',
  unlocked: (count: number) => `Unlocked, ${count.toLocaleString('en')} words`,
  thanks: 'Thank you. Your tip has arrived.',
  elsewhere: 'Paid. It is not a text: open it with its own link.',
  sealedWrong: 'You were charged. What came does not open this text. Write to the people of this site; pressing again is free.',
} as const

/** What one gets, from what the author wrote into the tag. */
export function terms(count: string | null, keep: string | null, refund: string | null): readonly string[] {
  return [wordCount(count), kept(keep), refundable(refund)].filter((term) => term !== null)
}

function wordCount(text: string | null): string | null {
  return text !== null && /^[1-9]\d{0,6}$/.test(text) ? `${Number(text).toLocaleString('en')} words` : null
}

function kept(text: string | null): string | null {
  if (text === 'forever') return 'yours to keep'
  const span = duration(text)
  return span === null ? null : `to read for ${span}`
}

function refundable(text: string | null): string | null {
  if (text === 'none') return 'no refunds'
  const span = duration(text)
  return span === null ? null : `money back within ${span}`
}

/** An ISO 8601 duration of one unit: "P14D" is "14 days". */
function duration(text: string | null): string | null {
  const [, date, time] = /^P(?:([1-9]\d{0,3}[YMWD])|T([1-9]\d{0,3}[HM]))$/.exec(text ?? '') ?? []
  const part = date ?? time
  if (part === undefined) return null
  const names: Readonly<Record<string, string>> = date === undefined ? { H: 'hour', M: 'minute' } : { Y: 'year', M: 'month', W: 'week', D: 'day' }
  const count = part.slice(0, -1)
  return `${count} ${names[part.slice(-1)] ?? ''}${count === '1' ? '' : 's'}`
}
