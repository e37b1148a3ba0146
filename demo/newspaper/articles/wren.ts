import type { Article } from '../article'

export const wren: Article = {
  slug: 'free',
  tips: 'writer',
  title: 'The Smallest Bird on the Smallest Coin',
  standfirst: 'For nineteen years you could hold a wren in your hand for a quarter of a penny.',
  author: 'Hester Vane',
  section: 'Small change',
  minutes: 3,
  picture: {
    file: 'wren.svg',
    alt: 'A wren with its tail cocked, singing from a bramble in front of a large copper coin.',
    caption: 'The wren came to the farthing in 1937 and stayed until the last ones were struck in 1956.',
  },
  teaser: `<p>Before there was a farthing there was a penny and a pair of shears. If you owed a quarter of a penny in the year 1200, you cut the coin along the arms of the cross on its back, which had been put there with some such thing in mind, and handed over a fourth part: a <em>fourthing</em>. It was silver, it was the size of a fish scale, and it was lost at once down every crack in England. In 1279 Edward I gave people a round one of their own.</p>`,
  body: `<p>It stayed for nearly seven hundred years. It was struck in silver so thin that it bent, then in copper, then for a while in tin with a copper plug in the middle to trouble forgers, and at last in bronze. What it never was, was worth much. Nine hundred and sixty of them made a pound. It is the coin in the sparrow market of the King James Bible, two sparrows to the farthing, and in the oath of every debtor who promised to pay to the uttermost one.</p>
<p>And yet people kept wanting it, because the world is full of things that cost a little less than the next coin up. A farthing was the difference between a loaf and a slightly larger loaf. Drapers loved it: a ribbon at one and elevenpence three-farthings is not a ribbon at two shillings, and a shop that was out of farthings would give you a paper of pins instead. The coin made small bargains possible, and small bargains were most of what most people ever made.</p>
<h2>Enter the bird</h2>
<p>In 1936 the Mint was preparing new designs, and someone had the happy thought that the coins might carry things a child would like to look at. The halfpenny got a ship in full sail. The farthing got a wren, modelled by Harold Wilson Parker: tail up, beak level, as round as a plum. It was the right bird. The smallest coin took the smallest bird that everybody knew, and the joke was told so quietly that it took most people years to hear it.</p>
<blockquote>A wren weighs about as much as three farthings, and makes more noise than a pound.</blockquote>
<p>The wren is not in fact the smallest bird in Britain. That is the goldcrest, by a gram or four, but the goldcrest lives in the tops of conifers and keeps itself to itself. The wren lives in your woodpile. Its scientific name calls it a cave-dweller, and it goes about the bottom of a hedge like somebody looking for a dropped key. Then it hops up on a bramble, throws back its head, and shakes out a song so loud, so long and so fast that you look behind it for the rest of the bird.</p>
<p>The cock wren builds five or six nests in a spring, complete but unlined, and takes the hen round them like a house agent. She picks one and furnishes it with feathers. The others stand empty. In a hard winter, when an animal so small can burn through its whole reserve in one night, wrens forget that they cannot abide each other and go to bed in heaps. In Norfolk sixty-one were once counted into a single nest box.</p>
<h2>Exit the coin</h2>
<p>By the nineteen-fifties the price of bread had left the farthing behind. Shops rounded up. The last were struck in 1956, and when the year 1960 ended they stopped being money. Nobody protested much. A thing so small can be abolished without a speech.</p>
<p>What went with it is easier to see from here. When the smallest coin is a pound, nobody sells for less than a pound; and what is worth less than that must be given away, or bundled with nine things you did not want, or paid for by showing you something else. There has to be a coin for the small bargain. There has to be something you can hand over without thinking about it twice, and the person across the counter can be glad of.</p>
<p>We keep a farthing on the desk here. It is worn, and the wren has lost most of one eye. It will buy nothing at all. But put your thumb over it and there is still a bird under there, tail up, about to make an unreasonable amount of noise.</p>`,
}
