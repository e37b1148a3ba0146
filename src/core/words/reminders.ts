import { speakable } from './speakable'

/** What the reader is reminded of outside of pages, and what it takes to be told less. English. */
export const reminders = speakable('reminders', {
  words: {
    title: 'Your twelve words',
    text: 'They are not written down yet. If this device is lost, so is the money in your purse. It takes two minutes, under Security.',
  },
  rules: {
    title: 'News of Farthing’s rules',
    waiting: 'An update of the rules waits for your yes. Until then the old ones hold.',
    closer: 'Farthing watches more closely. What has changed stands under Rules.',
  },
  /** What is confirmed. */
  quieter: 'No more notices outside of pages when money is missing, when somebody tries to open the wallet, or when something was confirmed.',
})
