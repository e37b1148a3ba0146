import { speakable } from '../../../core/words/speakable'

/** What the frame of the dashboard and its first page say of rules, in English. */
export const words = speakable('news', {
  notice: {
    waiting: 'An update of the rules waits for your yes. Until then the old ones hold.',
    changed: (count: number) => (count === 1 ? 'Farthing watches more closely: one rule has changed.' : `Farthing watches more closely: ${count} rules have changed.`),
    month: 'What has happened to the rules in the last month is put together for you.',
    see: 'See the rules',
  },
  rail: (count: number) => (count === 1 ? 'one thing is new' : `${count} things are new`),
})
