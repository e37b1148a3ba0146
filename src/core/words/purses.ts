import { speakable } from './speakable'

/** What is said of purses, where there are several. */
export const purse = speakable('workerPurses', {
  first: 'Main purse',
  /** What a purse is called that was found again. @param number which one it is, counted from 1 */
  found: (number: string) => `Purse ${number}`,
  from: (name: string) => `From your purse “${name}”`,
  notEnough: (name: string, have: string, price: string) => `You were not charged. You have ${have} in your purse “${name}”; this costs ${price}.`,
  bound: 'You were not charged. Paying for this was begun from another of your purses, and only that one can go on: so it is never paid twice. Look for that purse on the page of your purses.',
  stays: (name: string) => `Paying for this was begun from your purse “${name}”, and stays with it: so it is never paid twice.`,
  lookFirst: 'Look for the other purses of your twelve words first. One of them may have paid here before.',
  full: 'There is no room for another purse: eight are the most.',
  gone: 'There is no such purse any more.',
  noSite: 'That is not the name of a site. It looks like news.example.',
  sitesFull: 'There is no room for another site. Take one back first.',
  notLooked: 'Your other purses cannot be looked for right now. Nothing was changed. Try again.',
})
