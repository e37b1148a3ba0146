import type { Language } from '../language'

export const workerPurses: Language['workerPurses'] = {
  first: 'メインの財布',
  found: (number) => `財布${number}`,
  from: (name) => `財布「${name}」から`,
  notEnough: (name, have, price) => `お金は引かれていません。財布「${name}」には${have}あり、代金は${price}です。`,
  bound: 'お金は引かれていません。この支払いは別の財布から始まっていて、続けられるのはその財布だけです。二重に支払わないためです。「財布」のページでその財布を探してください。',
  stays: (name) => `この支払いは財布「${name}」から始まったので、その財布で続けます。二重に支払わないためです。`,
  lookFirst: 'まず、同じ12の単語の、ほかの財布を探してください。ここで前に支払った財布があるかもしれません。',
  full: '財布はこれ以上増やせません。8つまでです。',
  gone: 'その財布はもうありません。',
  noSite: 'サイトの名前ではありません。news.exampleのような形です。',
  sitesFull: 'サイトはこれ以上割り当てられません。先にどれかを外してください。',
  notLooked: '今はほかの財布を探せません。何も変更していません。もう一度お試しください。',
}
