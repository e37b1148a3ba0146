import type { LimitName } from '../../../core/spending/limits'
import { speakable } from '../../../core/words/speakable'

interface LimitWords {
  readonly label: string
  readonly text: string
}

const names: Record<LimitName, LimitWords> = {
  payment: { label: 'One payment', text: 'The most that a single article or pass may cost.' },
  siteDay: { label: 'One site, each day', text: 'All purchases on one site together, from midnight to midnight.' },
  tip: { label: 'One tip', text: 'Tips are yours to give, and have limits of their own.' },
  tipDay: { label: 'Tips, each day', text: 'All tips together.' },
  day: { label: 'Everything, each day', text: 'Purchases and tips on all sites together.' },
  month: { label: 'Everything, each month', text: 'From the first of the month to its last day.' },
}

/** What the page of limits says, in English. */
export const words = speakable('limits', {
  title: 'Sites & limits',
  used: {
    title: 'What is used',
    caption: 'What of your limits is used, and what is left',
    columns: { limit: 'Limit', spent: 'Spent', left: 'Left' },
    day: 'Today',
    month: 'This month',
    tipDay: 'Tips today',
    /** @param most the limit */
    of: (spent: string, most: string) => `${spent} of ${most}`,
    held: (amount: string) => `${amount} of it is set aside for payments under way, and comes back if they are not taken.`,
    test: 'On this network the money is test money. It is counted by itself.',
  },
  sites: {
    title: 'Sites today',
    caption: 'What you spent on sites today, and what your limit for a site leaves',
    columns: { site: 'Site', spent: 'Spent', left: 'Left' },
    empty: 'Nothing bought today.',
  },
  purses: {
    title: 'Which purse pays where',
    text: 'A change holds for what you buy from then on. What you have bought stays yours, and opens again with the purse that paid for it. A site that was paid from two purses can tell that both are yours.',
    more: (count: number) => (count === 1 ? 'And on one more site.' : `And on ${count} more sites.`),
    toPurses: 'Any site can be given a purse on the page of your purses.',
  },
  blocked: {
    title: 'Blocked sites',
    text: 'Nothing is paid there, whatever you press.',
    since: (day: string) => `Since ${day}`,
    open: 'Open again',
    openLabel: (site: string) => `Open ${site} again`,
  },
  allowances: {
    title: 'Paid without a question',
    text: 'Only for pages you open yourself, and never over your limits. Farthing tells you each time, and you can stop it.',
    empty: 'Nothing. You are asked every time. After a second purchase on a site you can allow small prices there.',
    each: (each: string, day: string) => `Up to ${each} each, at most ${day} a day`,
    used: (used: string, most: string, until: string) => `${used} of ${most} used today. Until ${until}.`,
    declined: (sites: string) => `You are always asked, and not offered this, on ${sites}.`,
    offerAgain: 'Offer it there again',
    end: 'End',
    endLabel: (site: string) => `End: ask me again on ${site}`,
  },
  limits: {
    title: 'What you allow at most',
    text: 'Nothing goes over a limit, not even once. Lowering one works at once; raising one asks who is there.',
    names,
    nothing: 'Nothing',
  },
})
