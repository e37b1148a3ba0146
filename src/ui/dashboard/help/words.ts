/** What the page of help says beside its trees, in English. */
export const words = {
  title: 'Help',
  search: { label: 'What is the matter?', hint: 'In your own words. Nothing of it leaves this page.' },
  count: (count: number) => (count === 0 ? 'Nothing by these words' : count === 1 ? 'One answer' : `${String(count)} answers`),
  none: 'Try one word, like “twice” or “password”, or empty the field to see everything there is.',
  all: 'All help',
  again: 'Begin again',
  gone: 'There is no such page of help.',
  doors: 'What you can do',
  nothing: 'There is nothing more to do here.',
  warning: {
    title: 'Help comes from in here alone',
    text: 'Farthing has no telephone, no chat and no mailbox for your words. Whoever asks for your twelve words, your password or a code wants your money.',
    report: 'A report for whoever helps you: you read every line before it goes anywhere',
  },
  /** At the door of a locked wallet. */
  door: { link: 'Help', back: 'Back to the door' },
} as const
