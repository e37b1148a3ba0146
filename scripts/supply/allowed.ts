import type { Allowed } from './lock'

/** What was looked at by a person and found to be fine. Something new belongs here only after that. */
export const allowed: Allowed = {
  installScripts: {
    '@foundry-rs/anvil': 'Fetches the program for this system if npm has not; npm has, as one of the packages that it names for each system.',
    esbuild: 'The same.',
    'top-sites': 'Fetches the list anew from the web; the one in the package is what is wanted.',
  },
  licences: {
    '(MIT OR Apache-2.0)': 'One of two that are in this list.',
    '(MPL-2.0 OR Apache-2.0)': 'One of two that are in this list.',
    '0BSD': 'Asks for nothing.',
    'Apache-2.0': 'Our own.',
    'BlueOak-1.0.0': 'Asks for its own text to be passed on.',
    'BSD-2-Clause': 'Asks to be named.',
    'BSD-3-Clause': 'Asks to be named.',
    'CC-BY-4.0': 'Data for the build that asks to be named; nothing of it is shipped.',
    'CC0-1.0': 'Asks for nothing.',
    DBAD: 'A list of fraudulent sites that the watch is measured with; nothing of it is shipped.',
    ISC: 'Asks to be named.',
    MIT: 'Asks to be named.',
    'MIT OR Apache-2.0': 'One of two that are in this list.',
    'MPL-2.0': 'Asks to be told where its source is; ours stays as it is.',
    'OFL-1.1': 'A typeface of the demo newspaper.',
    'Python-2.0': 'Asks to be named.',
    Unlicense: 'Asks for nothing.',
  },
  shippedLicences: ['MIT', 'Apache-2.0', 'MPL-2.0', '(MPL-2.0 OR Apache-2.0)', '(MIT OR Apache-2.0)'],
}
