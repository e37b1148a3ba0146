import { speakable } from '../../../core/words/speakable'

/** What a promise is about. */
export const areas = speakable('promiseAreas', { security: 'Your money is safe', fees: 'You see the whole price', fraud: 'You are warned', data: 'What you read is yours', disputes: 'When a sale goes wrong', updates: 'Rules change in the open' })
export type Area = keyof typeof areas

/** One promise, and the page on which it can be seen to be kept. */
export interface Promised {
  /** Stable: docs/MICROPAYMENT-POLICY.md names the test by it. */
  readonly id: string
  readonly area: Area
  readonly text: string
  /** After "#/". */
  readonly page: string
  readonly see: string
}

/** What is promised, and what the way to its page is called. */
export const promised = speakable('promises', {
  exact: { text: 'What you agree to is exactly what leaves your purse: the same sum, to the same account, to the last millionth of a dollar.', see: 'Small print of each payment' },
  once: { text: 'The same thing is never paid for twice, not even after a crash, in two tabs, or on two devices.', see: 'What you own' },
  limits: { text: 'Nothing goes over a limit. Limits are on from the start, and raising one takes a fresh proof that it is you.', see: 'Your limits' },
  asked: { text: 'Nothing is paid without a question, unless you have allowed it for one site, so much, until a day. You can end that with one press.', see: 'What you have allowed' },
  pages: { text: 'A page can ask for money. It cannot agree, open your wallet, read your history or change a setting.', see: 'What opens the wallet' },
  stolen: { text: 'Whoever copies everything this device has stored can read none of it without one of your ways in.', see: 'Your ways in' },
  whole: { text: 'You see the whole price before you agree, with every part of it, and the parts add up.', see: 'Parts of each price' },
  none: { text: 'Farthing adds nothing to a price and takes nothing from it.', see: 'What you have spent' },
  unknown: { text: 'What a seller does not declare is shown as not declared, and never as zero.', see: 'Parts of each price' },
  estimate: { text: 'A price in your own currency is an estimate. You can see its rate, whose it is, and of which day.', see: 'Your currency' },
  before: { text: 'Every payment is looked at before money moves, on this device, and nothing about it leaves the device.', see: 'What is watched for' },
  why: { text: 'A warning says what was seen, in numbers, and why it matters. You can overrule it, except where an account was made to be taken for another.', see: 'Set what you are warned of' },
  listed: { text: 'A site on the list of cheats is named as such, with the reason. You can open it for yourself.', see: 'Listed sites' },
  hosts: { text: 'Nobody is told what you read or pay but the site you pay, the network you chose, and those you have named yourself.', see: 'Who has received what' },
  unseen: { text: 'A page that asks for no money cannot tell that you have a wallet.', see: 'Where Farthing looks' },
  take: { text: 'Everything can be taken along in a file that other programs can read.', see: 'Take it along' },
  forget: { text: 'A site, a time, or everything can be forgotten. What is public on the network cannot, and that is said.', see: 'Forget' },
  proof: { text: 'Where you paid and nothing came, Farthing has kept what proves it, and asks for your money back with you.', see: 'Ask for money back' },
  honest: { text: 'No payment can be taken back by Farthing, and it does not pretend so. Money counts as returned once the network shows it.', see: 'Where a request stands' },
  tighter: { text: 'An update can watch more closely by itself, and you are told. Everything else waits for your yes.', see: 'What has changed' },
  yours: { text: 'No update touches your limits, permissions, settings or keys, and none is a program.', see: 'What holds' },
  quiet: { text: 'Nobody is asked for updates before you have said where to look.', see: 'New rules' },
})

const promise = (area: Area, id: keyof typeof promised, page: string): Promised => ({
  id,
  area,
  page,
  get text() {
    return promised[id].text
  },
  get see() {
    return promised[id].see
  },
})

/** The micropayment policy. */
export const promises: readonly Promised[] = [
  promise('security', 'exact', 'history'),
  promise('security', 'once', 'library'),
  promise('security', 'limits', 'limits'),
  promise('security', 'asked', 'limits'),
  promise('security', 'pages', 'security'),
  promise('security', 'stolen', 'security'),
  promise('fees', 'whole', 'history'),
  promise('fees', 'none', 'overview'),
  promise('fees', 'unknown', 'history'),
  promise('fees', 'estimate', 'settings'),
  promise('fraud', 'before', 'security'),
  promise('fraud', 'why', 'security'),
  promise('fraud', 'listed', 'policy'),
  promise('data', 'hosts', 'privacy'),
  promise('data', 'unseen', 'settings'),
  promise('data', 'take', 'privacy/export'),
  promise('data', 'forget', 'privacy'),
  promise('disputes', 'proof', 'disputes'),
  promise('disputes', 'honest', 'disputes'),
  promise('updates', 'tighter', 'policy'),
  promise('updates', 'yours', 'policy'),
  promise('updates', 'quiet', 'policy'),
]
