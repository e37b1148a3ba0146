import type { PolicyFault } from '../policy/faults'
import type { ParameterName } from '../policy/parameters'

/** What a policy changes, and why one was not taken. English. Sums and counts arrive formatted. */
export const policy = {
  /** Whole sentences: what was, and what is. */
  changed: {
    'limit.payment': (from: string, to: string) => `One payment may cost ${to} at most, where you have set nothing else. It was ${from}.`,
    'limit.site-day': (from: string, to: string) => `A day on one site may cost ${to} at most, where you have set nothing else. It was ${from}.`,
    'limit.tip': (from: string, to: string) => `One tip may be ${to} at most, where you have set nothing else. It was ${from}.`,
    'limit.tip-day': (from: string, to: string) => `A day’s tips may come to ${to} at most, where you have set nothing else. It was ${from}.`,
    'limit.day': (from: string, to: string) => `A day may cost ${to} at most, where you have set nothing else. It was ${from}.`,
    'limit.month': (from: string, to: string) => `A month may cost ${to} at most, where you have set nothing else. It was ${from}.`,
    'burst.ten-seconds': (from: string, to: string) => `More than ${to} payments within ten seconds are asked about. It was ${from}.`,
    'burst.minute': (from: string, to: string) => `More than ${to} payments within a minute are asked about. It was ${from}.`,
    'spree.sites': (from: string, to: string) => `Paying on ${to} new sites within an hour is asked about. It was ${from}.`,
    'spree.cents': (from: string, to: string) => `More than ${to} on new sites within an hour is asked about. It was ${from}.`,
    'newcomers.sites': (from: string, to: string) => `Paying on ${to} new sites within a week is asked about. It was ${from}.`,
    'newcomers.cents': (from: string, to: string) => `More than ${to} on new sites within a week is asked about. It was ${from}.`,
    'stranger.times': (from: string, to: string) => `A first price on a site is called dear from ${to} times what you usually pay. It was ${from}.`,
    'stranger.cents': (from: string, to: string) => `A first price on a site is called dear above ${to}. It was ${from}.`,
    'above-usual.times': (from: string, to: string) => `You are told of a price from ${to} times the usual one on a site. It was ${from}.`,
    'twice.seconds': (from: string, to: string) => `The same price again is pointed out within ${to} seconds. It was ${from}.`,
    'freeze.denials': (from: string, to: string) => `After ${to} suspicious payments that were turned down, your purse stays shut until you show who you are. It was ${from}.`,
  } satisfies Record<ParameterName, (from: string, to: string) => string>,
  network: {
    withdrawn: (label: string) => `Nothing is paid on ${label} any more.`,
    back: (label: string) => `Payments on ${label} are possible again.`,
  },
  model: 'What unusual payments are recognised by is exchanged for another one.',
  modelBack: 'What unusual payments are recognised by is again what Farthing came with.',
  text: {
    first: (title: string, version: string) => `New: ${title}, of ${version}.`,
    changed: (title: string, from: string, to: string) => `${title} was written anew: of ${to}. You know the one of ${from}.`,
    gone: (title: string) => `${title} is not part of it any more.`,
  },
  faults: {
    malformed: 'What arrived is not an update, or was damaged on the way.',
    'too-large': 'What arrived is larger than an update can be.',
    'not-signed': 'What arrived is not vouched for by enough of those who may.',
    'rolled-back': 'What arrived is older than what Farthing has. Someone may want you to go back.',
    forked: 'What arrived does not follow from what Farthing has. Someone may show you another one than everybody else.',
    expired: 'What arrived is out of date. Someone may be keeping newer ones from you.',
    'from-the-future': 'What arrived was made on a day that has not come. Is the clock of this device right?',
    'lasts-wrong': 'What arrived says it holds for longer than an update may.',
    'other-root': 'What arrived is vouched for under other keys than those Farthing knows now.',
    'skipped-root': 'A step between the keys Farthing knows and those that arrived is missing.',
    'weak-root': 'The keys that arrived are fewer than Farthing asks for.',
    'needs-newer-wallet': 'This update is for a newer Farthing. Please update the extension.',
  } satisfies Record<PolicyFault, string>,
}
