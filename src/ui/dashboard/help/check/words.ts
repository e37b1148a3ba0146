/** For people who build pages that sell. In English only, like the names of the headers that it speaks of. */
export const words = {
  title: 'Check a page that sells',
  text: 'Farthing looks at it as wallets, search engines and readers do, and says what to mend. Nothing is paid, and nothing of you is sent along.',
  label: 'Address of the page',
  hint: 'Your browser may ask whether Farthing may read this site.',
  invalid: 'This is no web address. One begins with https://',
  start: 'Look at it',
  again: 'Look again',
  stop: 'Stop',
  declined: 'Your browser did not let Farthing read this site, so nothing was looked at.',
  looking: 'Looking at',
  silent: (host: string) => `${host} does not answer, or not in time.`,
  failed: 'The page could not be looked at.',
  closed: (sites: string) => `Some of it is sold by ${sites}, which your browser does not let Farthing read yet.`,
  open: 'Look there too',
  paying: 'What only a buyer sees was not looked at. The command “farthing check --pay” buys once with test money and looks at that.',
  report: 'what was found',
  /** Over what was found. */
  sum: (wrong: number, advice: number) =>
    wrong > 0 ? `${counted(wrong, 'thing')} to mend` : advice > 0 ? `Nothing is wrong, ${counted(advice, 'thing')} could be better` : 'All is well',
  outcomes: { wrong: 'To mend', advice: 'Could be better', unknown: 'Could not be told', good: 'Good' },
  untold: 'Could not be told.',
  mend: 'How to mend it',
  seen: 'Seen',
}

const counted = (count: number, thing: string): string => (count === 1 ? `one ${thing}` : `${count} ${thing}s`)
