/** What a promise is about. */
export const areas = { security: 'Your money is safe', fees: 'You see the whole price', fraud: 'You are warned', data: 'What you read is yours', disputes: 'When a sale goes wrong', updates: 'Rules change in the open' } as const
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

const promise = (area: Area, id: string, text: string, page: string, see: string): Promised => ({ id, area, text, page, see })

/** The micropayment policy. */
export const promises: readonly Promised[] = [
  promise('security', 'exact', 'What you agree to is exactly what leaves your purse: the same sum, to the same account, to the last millionth of a dollar.', 'history', 'Small print of each payment'),
  promise('security', 'once', 'The same thing is never paid for twice, not even after a crash, in two tabs, or on two devices.', 'library', 'What you own'),
  promise('security', 'limits', 'Nothing goes over a limit. Limits are on from the start, and raising one takes a fresh proof that it is you.', 'limits', 'Your limits'),
  promise('security', 'asked', 'Nothing is paid without a question, unless you have allowed it for one site, so much, until a day. You can end that with one press.', 'limits', 'What you have allowed'),
  promise('security', 'pages', 'A page can ask for money. It cannot agree, open your wallet, read your history or change a setting.', 'security', 'What opens the wallet'),
  promise('security', 'stolen', 'Whoever copies everything this device has stored can read none of it without one of your ways in.', 'security', 'Your ways in'),
  promise('fees', 'whole', 'You see the whole price before you agree, with every part of it, and the parts add up.', 'history', 'Parts of each price'),
  promise('fees', 'none', 'Farthing adds nothing to a price and takes nothing from it.', 'overview', 'What you have spent'),
  promise('fees', 'unknown', 'What a seller does not declare is shown as not declared, and never as zero.', 'history', 'Parts of each price'),
  promise('fees', 'estimate', 'A price in your own currency is an estimate. You can see its rate, whose it is, and of which day.', 'settings', 'Your currency'),
  promise('fraud', 'before', 'Every payment is looked at before money moves, on this device, and nothing about it leaves the device.', 'security', 'What is watched for'),
  promise('fraud', 'why', 'A warning says what was seen, in numbers, and why it matters. You can overrule it, except where an account was made to be taken for another.', 'security', 'Set what you are warned of'),
  promise('fraud', 'listed', 'A site on the list of cheats is named as such, with the reason. You can open it for yourself.', 'policy', 'Listed sites'),
  promise('data', 'hosts', 'Nobody is told what you read or pay but the site you pay, the network you chose, and those you have named yourself.', 'privacy', 'Who has received what'),
  promise('data', 'unseen', 'A page that asks for no money cannot tell that you have a wallet.', 'settings', 'Where Farthing looks'),
  promise('data', 'take', 'Everything can be taken along in a file that other programs can read.', 'privacy/export', 'Take it along'),
  promise('data', 'forget', 'A site, a time, or everything can be forgotten. What is public on the network cannot, and that is said.', 'privacy', 'Forget'),
  promise('disputes', 'proof', 'Where you paid and nothing came, Farthing has kept what proves it, and asks for your money back with you.', 'disputes', 'Ask for money back'),
  promise('disputes', 'honest', 'No payment can be taken back by Farthing, and it does not pretend so. Money counts as returned once the network shows it.', 'disputes', 'Where a request stands'),
  promise('updates', 'tighter', 'An update can watch more closely by itself, and you are told. Everything else waits for your yes.', 'policy', 'What has changed'),
  promise('updates', 'yours', 'No update touches your limits, permissions, settings or keys, and none is a program.', 'policy', 'What holds'),
  promise('updates', 'quiet', 'Nobody is asked for updates before you have said where to look.', 'policy', 'New rules'),
]
