import type { Language } from '../language'

export const rehearsal: Language['rehearsal'] = {
  title: 'Try it once',
  text: 'A made-up article at a made-up price. No money moves, and nobody is asked for anything.',
  site: 'Made up, on this device',
  headline: 'The smallest coin',
  first: 'Until the end of 1960, a shop in Britain could ask for a quarter of a penny. The coin for it was the farthing. The last ones carried a wren, one of the smallest birds of that country.',
  rest: [
    'It bought next to nothing, and was useful for that: whoever sold something small could ask a price as small, and nobody had to buy a dozen to have one.',
    'On the web such a coin was missing for a long time. So articles were sold by the year, or paid for with attention. A price of a few cents, asked once, is a farthing again.',
  ],
  asked: 'Nothing is paid before you have seen this. The lines add up to what you pay.',
  practice: 'Practice: this button pays nothing.',
  read: 'That is all. A real one comes off your purse, stands in your history, and opens again free.',
  skip: 'Skip this',
  goOn: 'Go on',
}
