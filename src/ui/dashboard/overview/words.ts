import type { Period } from '../../../core/history/calendar'
import { speakable } from '../../../core/words/speakable'

const payments = (count: string, one: boolean): string => (one ? 'one payment' : `${count} payments`)

const refunds = (count: string, one: boolean): string => (one ? 'one refund' : `${count} refunds`)

/** What the overview says of spending, in English. Amounts, names of months and counts arrive written. */
export const words = speakable('overview', {
  payments,
  refunds,
  month: {
    title: 'This month',
    more: (spent: string, month: string, more: string, last: string) => `You spent ${spent} in ${month}, ${more} more than in ${last} by this day.`,
    less: (spent: string, month: string, less: string, last: string) => `You spent ${spent} in ${month}, ${less} less than in ${last} by this day.`,
    same: (spent: string, month: string, last: string) => `You spent ${spent} in ${month}, as much as in ${last} by this day.`,
    nothingBefore: (spent: string, month: string, last: string) => `You spent ${spent} in ${month}. In ${last} by this day it was nothing.`,
    nothing: (month: string) => `You have spent nothing in ${month}.`,
    see: 'See this month’s payments',
    whole: (last: string, spent: string) => `In all of ${last} it was ${spent}.`,
    cameBack: (amount: string, month: string) => `${amount} came back in ${month}. It is not taken off what you spent.`,
    held: (amount: string, of: string) => `${amount} is held back for ${of} under way: it is taken, or comes back.`,
  },
  spending: {
    title: 'Over time',
    adding: 'Adding up your payments',
    show: 'Show',
    periods: { days30: '30 days', weeks26: '26 weeks', months12: '12 months', years: 'All years' } satisfies Record<Period, string>,
    /** @param where when it was most, as in `on` */
    most: (spent: string, of: string, where: string, most: string) => `${spent} in ${of}. The most was ${where}: ${most}.`,
    one: (spent: string, of: string, where: string) => `${spent} in ${of}, all of it ${where}.`,
    none: 'Nothing was spent in this time.',
    cameBack: (amount: string, of: string) => `${amount} came back, in ${of}.`,
    on: {
      days30: (day: string) => `on ${day}`,
      weeks26: (day: string) => `in the week of ${day}`,
      months12: (month: string) => `in ${month}`,
      years: (year: string) => `in ${year}`,
    } satisfies Record<Period, (when: string) => string>,
    picture: 'Bars of what was spent over time. The table below says the same.',
    point: 'Point at a bar to read it, press it to see its payments.',
    pointed: (when: string, spent: string, of: string) => `${when}: ${spent} in ${of}`,
    pointedNothing: (when: string) => `${when}: nothing`,
    table: 'The same as a table',
    caption: 'What was spent when; times without payments are left out',
    columns: { when: 'When', unlock: 'Pieces', tip: 'Tips', spent: 'Together', back: 'Came back' },
    total: 'In all',
  },
  kinds: {
    title: 'By kind',
    caption: 'What was spent on what',
    columns: { what: 'Kind', spent: 'Spent' },
    unlock: 'Pieces unlocked',
    tip: 'Tips',
    back: 'Came back',
    notTakenOff: (of: string) => `${of}, not taken off`,
    fees: {
      title: 'What went on fees',
      creators: 'To the creators',
      others: 'To others: platforms, payment services',
      nobodySays: 'Nobody says',
      /** Of what is known. */
      toOthers: (amount: string, of: string) => `${amount} of it, in ${of}, went to others than the creators.`,
      allToCreators: 'All of it went to the creators, by what was declared.',
      undeclared: (of: string, amount: string) => `For ${of}, ${amount} together, nobody says what went to others.`,
      noneSaid: 'Nobody says what of it went to others than the creators.',
    },
  },
  sites: {
    title: 'By site',
    caption: 'What was spent on which site, the most first',
    columns: { what: 'Site', spent: 'Spent' },
    all: (site: string) => `All of it went to ${site}.`,
    most: (site: string, amount: string, whole: string) => `Most went to ${site}: ${amount} of ${whole}.`,
    others: (count: string, one: boolean) => (one ? 'one other site' : `${count} other sites`),
  },
  limits: {
    title: 'Left of your limits',
    caption: 'What is spent of your limits, and what is left',
    change: 'Sites & limits',
  },
  elsewhere: {
    title: 'Elsewhere',
    real: (network: string, amount: string, of: string) => `On ${network}: ${amount} in ${of}.`,
    test: (network: string, amount: string, of: string) => `On ${network}, in test money: ${amount} in ${of}.`,
    apart: 'Different money is never added together.',
  },
  welcome: {
    title: 'Nothing spent yet',
    text: 'Here you will see where your money went: when, on which sites, and what of it went on fees. It is added up on this device and told to nobody.',
    steps: ['Put a few dollars into your purse, as much as you would carry in a pocket.', 'Open a page that asks for money, and press Farthing’s button.', 'You see the whole price first. Nothing is paid before you say so.'],
    help: 'How this works',
  },
})
