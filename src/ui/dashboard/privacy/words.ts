import type { KeptKind } from '../../../messaging/views'

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
  signIns: { label: 'Sites that may recognise you', text: 'Your answers, one for each site that asked.', kept: untilForgotten },
  wishes: { label: 'Articles you would have paid for', text: 'Site and day.', kept: 'The latest 500' },
  door: { label: 'What happened at the door', text: 'When the wallet was opened, and what was confirmed.', kept: 'The latest 500' },
  wallet: { label: 'The wallet itself', text: 'Your twelve words and the keys, under what opens the wallet. There is a second copy, in case one is damaged.', kept: 'Until you erase it' },
  settings: { label: 'Settings', text: 'Currency, network and the like. Readable without the wallet, and nothing personal in them.', kept: 'Until you change them' },
  others: { label: 'Everything else', text: 'Notes, lists and what makes searching fast.', kept: untilForgotten },
  memory: { label: 'In the browser’s memory', text: 'Pages that are open, questions that wait, exchange rates. It never reaches the disk.', kept: 'Until the browser is closed' },
}

/** What the page of privacy says, in English. */
export const words = {
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
    tips: {
      label: (host: string) => `The payment service ${host}`,
      text: 'Tips for accounts without a server, and your account: it brings them to the network.',
    },
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
    between: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  },
} as const
