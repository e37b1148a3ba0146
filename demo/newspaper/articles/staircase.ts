import type { Article } from '../article'

export const staircase: Article = {
  slug: 'staircase',
  price: { first: 120_000n },
  title: 'Which Way the Stair Turns',
  standfirst: 'Every castle guide tells you why. Somebody went and counted.',
  author: 'Hew Ballantyne',
  section: 'Old houses',
  minutes: 3,
  picture: {
    file: 'staircase.svg',
    alt: 'A stone tower cut open, with a spiral stair inside and light falling through narrow windows.',
    caption: 'It turns to the right as you go up. The next tower does not.',
  },
  teaser: `<p>You know the story, because you have been up such a tower, behind a guide with an umbrella. The stair goes round to the right as it climbs, he says. Now why is that? And he turns about on the sixth step, draws the umbrella, and fences at you. He, the defender, above, has his right arm free on the wide side. You, the attacker, below, have the stone post in the way of yours. The whole party sees it. It is neat, it is bloodthirsty, and you can do it with an umbrella.</p>
<p>I have told it myself, for two summers, at four pounds an hour. I should like to make amends.</p>`,
  body: `<p>The first thing is to try it in earnest. Some friends of mine did, with wooden swords and a thirteenth-century stair, on a wet Sunday. Nobody can swing at anything. There is no room for it, whichever way the thing turns. Whoever is below stabs at ankles, whoever is above falls over his own feet, and the matter is decided by who has the longer stick. By that time, besides, the enemy is in the courtyard with the gate behind him. A garrison that is fighting on the stairs to the bedrooms has lost the castle already; it is only a question of dinner.</p>
<h2>An essayist and a spiral</h2>
<p>The second thing is to ask who said so first. One would expect a soldier, or a mason, or at least somebody in armour. But in the Middle Ages nobody says it. The tale seems to begin with Theodore Andrea Cook, a journalist, a fencer, and later an editor of <em>The Field</em>, who at the beginning of the last century was in love with spirals. He wrote two books on them. He found them in shells, in horns, in the arms of the nebulae and in a staircase at Blois, and in passing he wondered whether the turn of a castle stair might have to do with the sword arm. He was a fencer. It is what a fencer would wonder.</p>
<blockquote>It was a guess by a man who loved spirals. It had the bad luck to be memorable.</blockquote>
<p>The third thing is to count, and that took another hundred years. A historian named Neil Guy went about castles noting which way their stairs ran, and made a list of those that turn to the left. There ought to have been one or two, for left-handed lords. He found scores of them: in great castles and in royal ones, built at the King’s expense, under the eyes of men who knew very well what a sword was. Often the two kinds stand in one building, at two corners, and make a pair.</p>
<h2>What stairs are for</h2>
<p>So why do most of them turn to the right, as most do? Perhaps because most people are right-handed, and it is on the way <em>down</em> that you want a hand on something. Perhaps because a mason who has cut a hundred steps has the pattern for the hundred-and-first. And where they turn left you may generally see the reason by walking on: that way round the door at the top opens toward the hall, or the window falls where the light is wanted, or the stair on the other side goes right and it looked well.</p>
<p>It is less good with an umbrella. But go up once more and look at the steps instead of at the guide. They are hollowed, all of them, and always at the same place, a foot from the outer wall, where the tread is just as wide as a shoe. There is nothing warlike in that. Eight hundred years of people have gone up there with a candle and come down with a tray.</p>
<p>That is the secret of the stair. It was built for the ones who live in the house.</p>`,
}
