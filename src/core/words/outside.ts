import { speakable } from './speakable'

/** What can be had from those outside who are named where a seller does not answer. */
export const outside = speakable('outside', {
  ecc: 'Free help where the seller sits in another country of the EU, in Norway or in Iceland.',
  'adr-eu': 'A list of recognised bodies. A seller is not always bound to take part; where one does not answer a body within 20 working days, that counts as a no.',
  'konsum-ch': 'Advice for consumers in Switzerland.',
  'us-de': 'Settles disputes between consumers and traders, free for consumers.',
  'signal-fr': 'Tells the authority for consumers about a seller, who is asked to answer.',
  'ca-gb': 'Advice for consumers, and reports to Trading Standards.',
  'ncac-jp': 'Advice and settlement for consumers.',
  'kca-kr': 'Advice and settlement for consumers.',
  'ftc-us': 'Takes reports of fraud. It does not settle single cases.',
  'state-us': 'Many take complaints and ask the seller to answer.',
})
