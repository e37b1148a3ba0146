import type { Badge, NoticeKind } from '../../../core/notices/kinds'
import { speakable } from '../../../core/words/speakable'

const kinds: Record<NoticeKind, string> = {
  fell: 'Money is missing from a purse',
  tries: 'Somebody has tried to open the wallet',
  confirmed: 'Something was confirmed with a password, passkey or code',
  backup: 'My twelve words are not written down yet',
  dispute: 'A seller has answered, or has not, where I asked for money back',
  refund: 'Money has come back',
  rules: 'The rules have changed, or wait for my yes',
}

const badges: Record<Badge, string> = {
  price: 'This page’s price, else what is due',
  due: 'What is due, and no prices',
  nothing: 'Nothing',
}

/** What settings say of notices, of the number on the button and of keys. English. */
export const words = speakable('signals', {
  title: 'Being told',
  kinds,
  kindsLegend: 'Tell me when',
  always: 'What is about to be paid without a question is told in any case.',
  badge: 'The button shows',
  badgeText: 'Due are answers about money that you asked back, and rules that wait for your yes.',
  badges,
  keys: {
    title: 'Keys',
    text: 'They work in every window of this browser, which is where they are changed.',
    names: { open: 'Open Farthing', lock: 'Lock the wallet', history: 'Open my history' },
    none: 'None yet',
    change: 'Change keys',
    byHand: 'Your browser opens that page only for you: look among its extensions for keyboard shortcuts.',
  },
})
