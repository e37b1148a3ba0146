import { dollars, walletReasons } from '../words'
import type { Outcome } from './give'
import type { Payee, PayeeFault } from '../../../core/tips/payee'

/** Everything the tag for tips says. The money comes first. */

const clock = (at: number): string => new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(new Date(at))

/** "$3", "$0.50". */
const brief = (atomic: bigint): string => dollars(atomic).replace('.00', '')

export const words = {
  label: 'Tip',
  give: (amount: bigint) => `Give ${brief(amount)}`,
  whichWallet: 'Which wallet?',
  notNow: 'Not now',
  look: 'Look again',
  again: 'Give once more',
  stages: { wallet: 'Waiting for your wallet …', network: 'On its way …' },
  elsewhere: 'With a wallet elsewhere, on a phone for example: ',
  noWallet: 'A wallet in this browser that holds dollars (USDC) gets a button here; Farthing has one of its own. Without one, the link opens a wallet elsewhere.',
  note: ({ network, spelling }: Payee) =>
    `All of it goes to ${spelling}, in dollars (USDC) on ${network.label}. Your wallet adds the network’s own fee and shows it before you agree; nobody else takes anything.${network.test ? ' This is test money.' : ''}`,
  anotherTab: 'You are giving in another tab already.',
  began: (amount: bigint, at: number) => `You began to give ${brief(amount)} at ${clock(at)}. Your wallet may still ask you, or have sent it: look there first.`,
  unseen: (amount: bigint) => `Your wallet has sent ${brief(amount)}. The network has not confirmed it yet, which can take a while.`,
} as const

/** What there is to say of an attempt. */
export function outcomeSentence(outcome: Outcome, amount: bigint): string {
  switch (outcome.type) {
    case 'arrived':
      return `Thank you. Your ${brief(amount)} has arrived.`
    case 'unseen':
      return words.unseen(amount)
    case 'reverted':
      return 'Nothing was given: the network refused it. Its own fee was taken all the same.'
    case 'other':
      return 'It went through, but it brought no tip. Look into your wallet before you give again.'
    case 'unsaid':
      return 'It is not known whether your tip has left: your wallet did not say. Look there before you press again.'
    case 'nothing':
      return `Nothing was given. ${nothing(outcome, amount)}`
  }
}

function nothing(outcome: Extract<Outcome, { type: 'nothing' }>, amount: bigint): string {
  if (outcome.why === 'too-little') return `Your account has ${dollars(outcome.balance)}; this is ${dollars(amount)}.`
  return outcome.why === 'no-fee' ? 'Your account has no Ether on this network, and the network’s own fee is paid in it.' : walletReasons[outcome.why]
}

export const faults: Readonly<Record<PayeeFault, string>> = {
  missing: 'Nothing can be given here: the link that says to whom is missing.',
  unreadable: 'Nothing can be given here: the link does not say to whom, or on which network.',
  'other-network': 'This is for a network that is not known here: only dollars (USDC) on Base can be given. The link may open a wallet that knows it.',
  'other-money': 'This is for other money: only dollars (USDC) on Base can be given here. The link may open a wallet that has it.',
  misspelt: 'Nothing can be given here until its author mends it: the account is misspelt, and your money could reach somebody else.',
  nobody: 'Nothing can be given here until its author mends it: the account is nobody’s, and your money would be lost.',
}
