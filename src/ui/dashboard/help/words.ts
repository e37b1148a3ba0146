import { speakable } from '../../../core/words/speakable'

/** What the page of help says beside its trees, in English. */
export const words = speakable('help', {
  title: 'Help',
  search: {
    label: 'What is the matter?',
    hint: 'In your own words. Nothing of it leaves this page.',
    /** Said in every question, and telling nothing of it; without apostrophes and accents. */
    empty: 'a an and are at be but can cant could do does dont for from get had has have how i in is it its me my of on or should so than that the there they this to was what when where who why will with would you your',
    /** What words end with that are one word: "charges", "charged" and "charging". Between bars, the longest first. */
    endings: 'ing|ed|es|s|e',
  },
  count: (count: number) => (count === 0 ? 'Nothing by these words' : count === 1 ? 'One answer' : `${String(count)} answers`),
  none: 'Try one word, like “twice” or “password”, or empty the field to see everything there is.',
  all: 'All help',
  again: 'Begin again',
  gone: 'There is no such page of help.',
  doors: 'What you can do',
  /** Ways that many answers end with. */
  shared: { payments: 'Find the payment in your history', disputes: 'Your requests for money back', security: 'Security' },
  nothing: 'There is nothing more to do here.',
  warning: {
    title: 'Help comes from in here alone',
    text: 'Farthing has no telephone, no chat and no mailbox for your words. Whoever asks for your twelve words, your password or a code wants your money.',
    report: 'A report for whoever helps you: you read every line before it goes anywhere',
  },
  /** For those who sell. */
  check: 'Do you sell pages yourself? Check one of them',
  /** At the door of a locked wallet. */
  door: { link: 'Help', back: 'Back to the door' },
})
