import type { TextId } from '../policy/documents'
import type { PolicyFault } from '../policy/faults'
import type { ParameterName } from '../policy/parameters'
import { speakable } from './speakable'

/** What a policy changes, and why one was not taken. English. Sums and counts arrive formatted. */
export const policy = speakable('workerPolicy', {
  /** What each number is. */
  names: {
    'limit.payment': 'The most one payment may cost',
    'limit.site-day': 'The most a day on one site may cost',
    'limit.tip': 'The most one tip may be',
    'limit.tip-day': 'The most a day of tips may come to',
    'limit.day': 'The most a day may cost',
    'limit.month': 'The most a month may cost',
    'burst.ten-seconds': 'Payments within ten seconds before you are asked',
    'burst.minute': 'Payments within a minute before you are asked',
    'spree.sites': 'New sites within an hour before you are asked',
    'spree.cents': 'Paid on them in all before you are asked',
    'newcomers.sites': 'New sites within a week before you are asked',
    'newcomers.cents': 'Paid on those in all before you are asked',
    'stranger.times': 'So many times your usual price is much for a first price on a site',
    'stranger.cents': 'More than this is much for a first price on a site',
    'above-usual.times': 'How many times the usual price on a site is pointed out',
    'twice.seconds': 'Seconds within which the same price again is pointed out',
    'freeze.denials': 'Suspicious payments turned down before your purse is shut until you show who you are',
  } satisfies Record<ParameterName, string>,
  holds: (name: string, value: string) => `${name}: ${value}.`,
  changed: (name: string, from: string, to: string) => `${name}: ${to}. It was ${from}.`,
  /** Instead of an offer on such a network. */
  withdrawnHere: (label: string) => `You were not charged. Nothing is paid on ${label} any more, by the rules that hold. Under Rules you can read why.`,
  notListed: 'This site is not on the list. There is nothing to open.',
  newKeys: 'Some of those who vouch for updates have changed. Those before them and those now have both vouched for that.',
  roles: { root: 'Who vouches', policy: 'Rules', feeds: 'Lists and rates' },
  unreachable: 'Nobody answered, or not with a file. What Farthing goes by stays.',
  network: {
    withdrawn: (label: string) => `Nothing is paid on ${label} any more.`,
    back: (label: string) => `Payments on ${label} are possible again.`,
  },
  model: (version: string) => `What unusual payments are recognised by is exchanged for another one, of ${version}. It can warn of more, or of less.`,
  modelBack: 'What unusual payments are recognised by is again what Farthing came with.',
  modelHeld: (version: string) => `Unusual payments are recognised by what you agreed to, of ${version}.`,
  modelMissing: 'What you agreed to recognise unusual payments by is not on this device. Until it is, what Farthing came with is used.',
  titles: { terms: 'Terms of use', privacy: 'What is kept, and who is told', promises: 'What you can count on' } satisfies Record<TextId, string>,
  /** @param lang "de"; English is what all of them are in */
  titleIn: (title: string, lang: string) => (lang === 'en' ? title : `${title} (${lang})`),
  text: {
    first: (title: string, version: string) => `${title}: written anew, of ${version}. You have the one that Farthing came with.`,
    changed: (title: string, from: string, to: string) => `${title}: written anew, of ${to}. You have the one of ${from}.`,
    gone: (title: string) => `${title}: again the one that Farthing came with.`,
  },
  digest: {
    agreed: (count: number) => (count === 1 ? 'You agreed to one update.' : `You agreed to ${count} updates.`),
    declined: (count: number) => (count === 1 ? 'You kept the old once.' : `You kept the old ${count} times.`),
    waiting: 'An update waits for your yes.',
    refused: (count: number) => (count === 1 ? 'Once what arrived was refused, and what held went on.' : `${count} times what arrived was refused, and what held went on.`),
    old: 'The rules were out of date. They held all the same.',
  },
  noFile: 'Something that an update names has not arrived. You are asked about it once it has.',
  badFile: 'Something that an update names is not what was vouched for, or cannot be read. You are not asked about it.',
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
})
