import type { KeptKind } from '../../../messaging/views'
import { speakable } from '../../../core/words/speakable'

interface KindWords {
  readonly label: string
  readonly text: string
  /** How long it is kept, unless the reader chooses otherwise. */
  readonly kept: string
}

const untilForgotten = 'Until you forget it'

const kinds: Record<KeptKind, KindWords> = {
  payments: { label: 'Payments', text: 'What you bought, where, when, for how much, and what the seller answered.', kept: untilForgotten },
  copies: { label: 'Offline copies', text: 'Articles you bought, kept to be read again.', kept: untilForgotten },
  sites: { label: 'What is usual on a site', text: 'Its latest prices and accounts, so that what is unusual stands out.', kept: 'As long as there are payments there' },
  watch: { label: 'What the watch noticed', text: 'What looked wrong, and what you said to it.', kept: 'The latest 200' },
  limits: { label: 'Limits and permissions', text: 'What you allow, and sums by day to hold you to it.', kept: 'Sums for 62 days' },
  payees: { label: 'Accounts paid before', text: 'As fingerprints that cannot be read back, so that somebody new is noticed.', kept: untilForgotten },
  disputes: { label: 'Money you asked back', text: 'What you asked of sellers, with what proof, and what they answered.', kept: 'Until you forget the payment' },
  signIns: { label: 'Sites that may recognise you', text: 'Your answers, one for each site that asked.', kept: untilForgotten },
  wishes: { label: 'Articles you would have paid for', text: 'Site and day.', kept: 'The latest 500' },
  door: { label: 'What happened at the door', text: 'When the wallet was opened, and what was confirmed.', kept: 'The latest 500' },
  wallet: { label: 'The wallet itself', text: 'Your twelve words and the keys, under what opens the wallet. There is a second copy, in case one is damaged.', kept: 'Until you erase it' },
  settings: { label: 'Settings', text: 'Currency, network and the like. Readable without the wallet, and nothing personal in them.', kept: 'Until you change them' },
  others: { label: 'Everything else', text: 'Notes, lists and what makes searching fast.', kept: untilForgotten },
  memory: { label: 'In the browser’s memory', text: 'Pages that are open, questions that wait, exchange rates. It never reaches the disk.', kept: 'Until the browser is closed' },
}

/** What the page of privacy says, in English. */
export const words = speakable('privacy', {
  title: 'Privacy',
  intro: 'What Farthing knows of you is on this device, and you alone can read it, with the wallet open. It has no servers, counts nothing and reports nothing to anybody.',
  kept: {
    title: 'What is kept here',
    caption: 'What is kept on this device, how much of it, since when and for how long',
    columns: { what: 'What', count: 'How many', size: 'Size', since: 'Since', until: 'Kept' },
    kinds,
    none: 'None',
    one: '1',
    sealed: 'Everything but the settings is sealed: whoever copies the disk can read none of it.',
    about: 'There is so much that sizes are reckoned from a part of it.',
    onDisk: (size: string) => `The browser sets ${size} aside for it on the disk.`,
  },
  retention: {
    title: 'How long it is kept',
    text: 'What is older goes by itself, once a day, while the wallet is open. Payments and copies stay for good unless you choose otherwise: where your money went is what you come back for.',
    kinds: {
      payments: { label: 'Payments', text: 'With their copies, notes and everything else that tells of them. Not while they are under way.' },
      copies: { label: 'Offline copies', text: 'What you own opens again at the site, free.' },
      watch: { label: 'What the watch noticed', text: undefined },
      door: { label: 'What happened at the door', text: undefined },
      wishes: { label: 'Articles you would have paid for', text: undefined },
    },
    days: (days: number | null) =>
      days === null ? 'For good' : days % 365 === 0 ? (days === 365 ? 'For a year' : `For ${days / 365} years`) : `For ${days} days`,
  },
  told: {
    title: 'Who has received what',
    text: 'Reckoned here, from your own books. Nobody else receives anything.',
    sellers: {
      label: (count: number) => (count === 1 ? 'One site you paid' : `${count} sites you paid`),
      none: 'No site yet',
      text: 'The payment, and with it your account. Such a site knows that its reader has Farthing. It can look up what else your account has paid, and so can anybody: that list is public, without your name.',
    },
    recognises: (sites: string) => `Told who is back, as you allowed: ${sites}.`,
    endpoint: {
      label: (host: string) => `The connection to ${host}`,
      text: (network: string) => `Your account, and which payments are looked up on ${network}: whenever you look at your balance or pay. It sees your internet address.`,
      own: 'You chose it.',
      shipped: 'It came with Farthing. You can choose another in Settings.',
      rates: 'Exchange rates are asked of it as well, and of nobody else. It is not told what for.',
    },
    purse: {
      label: (host: string, name: string) => `The connection to ${host}, for your purse “${name}”`,
      text: 'The account of this purse and which of its payments are looked up, and of no other. It sees your internet address.',
    },
    tips: {
      label: (host: string) => `The payment service ${host}`,
      text: 'Tips for accounts without a server, and your account: it brings them to the network.',
    },
    rules: { label: (host: string) => `${host}, for new rules`, text: 'The address of this device, once a day. Neither cookies nor anything about you.' },
    makers: { label: 'The makers of Farthing', text: 'Nothing.' },
  },
  sites: {
    title: 'Sites that are written down',
    empty: 'None yet. A site is written down when you pay there, answer a question about it, or say that you would have paid.',
    find: 'Find a site',
    none: 'No such site.',
    more: (count: number) => `Show all ${count}`,
    payments: (count: number) => (count === 0 ? '' : count === 1 ? 'One payment' : `${count} payments`),
    tipped: 'Tips',
    noted: 'Nothing paid',
    forget: 'Forget',
    forgetLabel: (site: string) => `Forget ${site}`,
    between: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  },
  forget: {
    waiting: 'Looking what that would take',
    site: (payments: number) =>
      payments === 0
        ? 'What is written down of this site goes: permissions, answers, what the watch noticed.'
        : `${payments === 1 ? 'One payment' : `${payments} payments`} and everything else that tells of this site goes: copies, notes, permissions, answers, what the watch noticed.`,
    period: (payments: number) =>
      payments === 0
        ? 'There are no payments on these days. What else was written down then goes.'
        : `${payments === 1 ? 'One payment' : `${payments} payments`} and everything else that was written down on these days goes.`,
    stays: {
      title: 'What cannot be forgotten from here',
      chain: 'The payments themselves: the network they were made on keeps them for good, public, without your name.',
      sellers: 'What the sellers wrote down themselves.',
      browser: 'The browser’s own history and cookies, which you can clear in the browser.',
      backups: 'Backup files you made before.',
      sums: 'How much you spent on which day, without where, for 62 days: your limits rest on it.',
      again: 'You may be asked again about what you own there. Go back to such a page, and Farthing finds your payment by itself: you do not pay twice.',
    },
    underWay: (count: number) =>
      count === 1
        ? 'One payment is under way and stays: its money may still move, and Farthing has to know of it. Forget it in a few minutes.'
        : `${count} payments are under way and stay: their money may still move, and Farthing has to know of them. Forget them in a few minutes.`,
    forget: 'Forget this',
    forgetting: 'Forgetting',
    keep: 'Keep it',
    done: (payments: number) => (payments === 1 ? 'Forgotten, with one payment.' : `Forgotten, with ${payments} payments.`),
  },
  support: {
    title: 'A report for whoever helps you',
    text: 'What may be of use to find a fault. Sites are numbers, sums and counts are rough, days are weeks. It is sent nowhere: read it, and copy it where you want it.',
    make: 'Make a report',
    making: 'Making it',
    lines: 'The report',
    none: 'Leave it',
  },
  period: {
    title: 'Forget a time',
    text: 'Everything that was written down on these days, on every site.',
    from: 'First day',
    to: 'Last day',
    look: 'See what that takes',
    wrong: 'Choose a first day, and a last one that is not before it.',
  },
  erase: {
    title: 'Erase everything',
    text: 'The wallet, its payments, copies, settings: all of it, keys first. Farthing then looks whether anything is left, and is as if it had just been installed.',
    purse: (amount: string) => `There is ${amount} in your purse. Make sure you have your twelve words: nothing else brings it back.`,
    purseUnknown: 'Make sure you have your twelve words: nothing else brings back what is in your purse.',
    notBackedUp: 'You have not confirmed your twelve words yet.',
    begin: 'Erase everything…',
    /** What has to be typed. */
    word: 'erase',
    type: (word: string) => `Write “${word}” to go on`,
    evenSo: 'Erase all the same',
    evenSoText: 'Also while payments are under way.',
    erase: 'Erase everything for good',
    erasing: 'Erasing',
    keep: 'Keep everything',
  },
})
