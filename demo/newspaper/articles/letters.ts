import type { Article } from '../article'

/** Never delivered: who pays for it is sent elsewhere. For that reason the front page does not name it, and it has no body. */
export const letters: Article = {
  slug: 'leak',
  price: { first: 50_000n },
  title: 'The Office of Lost Letters',
  standfirst: 'Where the post goes that nobody could deliver.',
  author: 'Jory Quill',
  section: 'Post',
  minutes: 2,
  picture: {
    file: 'letters.svg',
    alt: 'A wall of pigeonholes, one of them empty, with a letter on the floor beneath it.',
    caption: 'To my son, in America, the one with the red beard.',
  },
  teaser: `<p>Every post office of any size once had a room to which no public door led. There sat a clerk who was allowed to do what was a crime for anybody else: to open letters. He read as little as he could. He was looking for a name, a street, a return address, anything that would tell him where it had been meant to go; and if there was nothing he put it on a shelf, and waited for somebody to ask.</p>`,
  body: '',
}
