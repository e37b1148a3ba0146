import type { DeliveryKind } from '../../../core/purchase/purchase'
import type { Sort, Standing, Stretch } from './look'
import { speakable } from '../../../core/words/speakable'

const stretches: Record<Stretch, string> = {
  'this-month': 'This month',
  'last-month': 'Last month',
  'this-year': 'This year',
  'last-year': 'Last year',
}

const standings: Record<Standing, string> = {
  paid: 'Paid',
  undelivered: 'Paid, not delivered',
  'under-way': 'Under way',
  'not-charged': 'Not charged',
  refunded: 'Money came back',
}

const kinds: Record<DeliveryKind, string> = {
  document: 'Whole pages',
  fragment: 'Pieces of a page',
  subresource: 'Pictures, recordings, data',
  tip: 'Tips',
}

const kind: Record<DeliveryKind, string> = { document: 'Page', fragment: 'Piece of a page', subresource: 'Picture, recording or data', tip: 'Tip' }

const sorts: Record<Sort, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  dearest: 'Dearest first',
  cheapest: 'Cheapest first',
  site: 'By site',
  title: 'By title',
}

/** What the history and the papers made from it say, in English. */
export const words = speakable('history', {
  kind,
  search: { label: 'Search', hint: 'Title, site, page, amount, your notes and tags' },
  filters: {
    title: 'Filters and order',
    when: 'When',
    anyTime: 'Any time',
    ownDays: 'Days of my own',
    from: 'From',
    to: 'To and including',
    site: 'Site',
    anySite: 'Every site',
    state: 'State',
    anyState: 'Every state',
    kind: 'Kind',
    anyKind: 'Every kind',
    tag: 'Tag',
    anyTag: 'Every tag',
    least: 'At least, in dollars',
    most: 'At most, in dollars',
    amountWrong: 'Type an amount like 0.50.',
    sort: 'Order',
    counted: (name: string, count: string) => `${name} (${count})`,
    stretches,
    standings,
    kinds,
    sorts,
  },
  chips: {
    label: 'What is asked for',
    text: (text: string) => `“${text}”`,
    between: (from: string, to: string) => `${from} to ${to}`,
    since: (from: string) => `From ${from}`,
    until: (to: string) => `Up to ${to}`,
    tag: (tag: string) => `Tag: ${tag}`,
    least: (amount: string) => `At least ${amount}`,
    most: (amount: string) => `At most ${amount}`,
    remove: (what: string) => `Take away: ${what}`,
    clear: 'Clear all',
  },
  found: {
    caption: 'Payments',
    count: (count: number, written: string) => (count === 0 ? 'No payments' : count === 1 ? 'One payment' : `${written} payments`),
    sum: (amounts: string) => `${amounts} paid`,
    on: (amount: string, network: string) => `${amount} on ${network}`,
    reading: (done: string, total: string) => `Looked through ${done} of ${total} so far`,
    waitingRow: 'Fetching this payment',
    nothing: 'No payment is like that.',
    change: 'Take one of the conditions away, or look for fewer words.',
    statement: (year: number) => `Statement for ${String(year)}`,
  },
  neighbours: { label: 'What was found', back: 'Back to what was found', before: 'Previous', after: 'Next', place: (place: string, count: string) => `${place} of ${count}` },
  label: {
    title: 'Your note',
    note: 'Note',
    noteHint: 'For you alone. The search finds it.',
    tags: 'Tags',
    tagsHint: 'With commas between them: work, travel. At most ten.',
    tagsWrong: 'At most ten tags, of thirty letters each. Until then nothing is kept.',
    states: { untouched: '', writing: 'Kept as soon as you stop writing.', keeping: 'Keeping it', kept: 'Kept.', failed: 'Not kept.' },
    undo: 'Back to how it was',
  },
  statement: {
    title: (year: number) => `Statement for ${String(year)}`,
    years: 'Other years',
    reading: 'Reading your payments of that year',
    soFar: (done: string, total: string) => `${done} of ${total}`,
    empty: (year: number) => `Nothing was paid in ${String(year)}.`,
    print: 'Print statement',
    network: 'Payments on',
    whole: (payments: string, network: string) => `paid in all: ${payments} on ${network}.`,
    today: (price: string, summary: string) => `${price} today. ${summary}`,
    cameBack: (amount: string, payments: string) => `${amount} of it came back, for ${payments}. It is not taken off what was paid.`,
    back: (amount: string) => `${amount} came back`,
    leftOut: (count: string) => `Left out: ${count} that came to nothing or are not certain yet.`,
    byMonth: 'By month',
    bySite: 'By site',
    byKind: 'By kind',
    total: 'Together',
    columns: { date: 'Date', what: 'For', count: 'Payments', amount: 'Paid' },
  },
  proof: { save: 'Save proof', label: 'Save proof: a page that others can open and check, without Farthing' },
  print: {
    receipt: 'Print receipt',
    title: 'Record of a payment',
    date: 'Date',
    seller: 'Site',
    piece: 'For',
    page: 'Page',
    state: 'State',
    amount: 'Paid',
    notPaid: 'Asked for',
    back: 'Came back',
    about: 'In your currency',
    made: (day: string) => `Made on ${day} from the reader’s own records in Farthing. An invoice, where one is needed, comes from the seller.`,
    note: 'Note written with it',
    own: 'Own note',
    tags: 'Tags',
  },
})
