import type { Language } from '../language'

export const reminders: Language['reminders'] = {
  words: {
    title: 'Your twelve words',
    text: 'They are not written down yet. If this device is lost, so is the money in your purse. It takes two minutes, under Security.',
  },
  rules: {
    title: 'News of Farthing’s rules',
    waiting: 'An update of the rules waits for your yes. Until then the old ones hold.',
    closer: 'Farthing watches more closely. What has changed stands under Rules.',
  },
  quieter: 'Be told no more outside of pages when money is missing, when somebody tries to open the wallet, or what was confirmed.',
}
