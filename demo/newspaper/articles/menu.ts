import type { Article } from '../article'

export const menu: Article = {
  slug: 'beyond',
  price: { first: 2_500_000_000n },
  title: 'The Dearest Thing on the Menu',
  standfirst: 'Nobody orders it and nobody is meant to. A short essay, priced accordingly.',
  author: 'Ottoline Marsh',
  section: 'Counting',
  minutes: 3,
  picture: {
    file: 'menu.svg',
    alt: 'A restaurant table with a silver dish cover, a candle and a tall menu on which one line is very long.',
    caption: 'Lobster, for two, by arrangement. Nobody has ever arranged it.',
  },
  teaser: `<p>Somewhere on the right-hand page, a little above the middle, there is a dish that you will not have. It has a French name and a price that would buy a bicycle. You see it, you smile, and your eye moves on down the page, feeling prudent, to the sea bass. The sea bass costs more than you have ever paid for a fish. You order it with a light heart. Ask yourself what has just been sold to you, and by what.</p>`,
  body: `<p>Some fifty years ago two psychologists spun a wheel of fortune in front of people and then asked them what share of the African nations belonged to the United Nations. The wheel had been tampered with: it stopped only at ten or at sixty-five. Everybody had watched it spin. Everybody knew that it had nothing to do with Africa. Those who saw a ten guessed twenty-five per cent; those who saw sixty-five guessed forty-five. They had not believed the wheel. It had simply been there first, and they had set out walking from where it stood.</p>
<p>We do not know what things are worth. We know only that this is more than that. Ask me what I would pay for a night in a hotel by a lake, and I will look about me for a number, any number, to lean on. Whoever puts one there has done me a service, and himself a larger one. The dear dish is not a dish. It is the wheel.</p>
<h2>A museum of wheels</h2>
<p>Having been told of it, you will see nothing else. The watch in the window for the price of a house, among watches at the price of a car. The third subscription, in the middle of the page with a ribbon on it, between one that nobody would want and one that nobody could need. The suit, and then the tie: always in that order, since after a suit no tie was ever expensive. The furniture shop in which you meet the great leather sofa before anything else, and the candles just before the till.</p>
<p>None of this is lying. Every price is true, and you could pay it. That is what makes it so hard to resent.</p>
<blockquote>A lie can be found out. An anchor only lies there, holding you where it was dropped.</blockquote>
<h2>How to eat fish</h2>
<p>There are three remedies, and I have tried them all. The first is to know about it. It does not work. People who have been told of the wheel, who have been promised money for ignoring it, who teach courses on it, still set out from where it stopped.</p>
<p>The second is to bring a number of your own. Decide at home, in the quiet, with your coat on, what an evening out is worth to you this month. Then read the menu. You will find that it has gone oddly flat: a list of some things to eat and what they cost.</p>
<p>The third is to get someone who cannot be charmed to hold your purse. Sailors did, in port. They gave their pay to an old woman with a strong box, along with one instruction, and she was not to be talked out of it after dark by anyone, themselves least of all. I have often thought that this is the best financial advice in the language. The time to set a limit is before the music starts.</p>
<p>If you are reading this, then you have paid two thousand five hundred dollars for some six hundred words, and I must suppose that you did so in order to see whether it could be done. It could. Write to us, and we shall send it back, along with a jar of marmalade. But if you have merely looked at the price, smiled, and gone on down the page to an article at five cents, feeling prudent, then I have nothing further to teach you. It was meant to be enjoyed from there.</p>`,
}
