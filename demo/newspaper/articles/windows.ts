import { splitShares } from '../../world/splitter'
import type { Article } from '../article'

/** The façade and its tax collector. The rates are those of 1696. */
const house = `<figure class="house">
<div class="front" role="img" aria-label="A brick house front with twenty-four windows"></div>
<output aria-live="polite"></output>
<button type="button">Brick one up</button>
<figcaption>An owner’s arithmetic in the year 1696. The house has twenty-four windows until you begin.</figcaption>
</figure>
<script>
(() => {
  const house = document.querySelector('.house')
  const front = house.querySelector('.front')
  const total = 24
  let bricked = 0
  for (let i = 0; i < total; i++) front.append(document.createElement('span'))
  const show = () => {
    const open = total - bricked
    const shillings = open > 20 ? 10 : open >= 10 ? 6 : 2
    house.querySelector('output').textContent = open + (open === 1 ? ' window' : ' windows') + ', ' + shillings + ' shillings a year'
    house.dataset.bricked = String(bricked)
  }
  house.querySelector('button').addEventListener('click', () => {
    if (bricked === total) {
      for (const pane of front.children) pane.className = ''
      bricked = 0
    } else {
      front.children[(bricked * 7) % total].className = 'bricked'
      bricked++
    }
    house.querySelector('button').textContent = bricked === total ? 'Let there be light' : 'Brick one up'
    show()
  })
  show()
  document.documentElement.dataset.interactive = 'yes'
})()
</script>`

export const windows: Article = {
  slug: 'script',
  price: { first: 50_000n, passedOn: splitShares, split: true },
  tips: 'shared',
  title: 'The Tax on Daylight',
  standfirst: 'How to read a street of blind windows, and what it costs to count the wrong thing.',
  author: 'Ottoline Marsh',
  section: 'Streets and houses',
  minutes: 4,
  picture: {
    file: 'windows.svg',
    alt: 'A row of brick town houses, several of their windows filled in with bricks, one lit yellow.',
    caption: 'Once you have seen the first blind window you will see them all over town.',
  },
  teaser: `<p>Walk down any old street with your eyes at the height of the first floor, and sooner or later a house will wink at you. There is the sash, there is the sill, there is the little arch of brick above; and where the glass should be there is more brick. It was not done by a fool, nor for want of glass. It was done with a pencil and a sheet of paper, by somebody who had worked out what a view was worth, and found that it came to four shillings.</p>`,
  body: `<p>In 1696 King William III needed money, mostly for coin that had been clipped until it was no longer worth its name. A tax on income would have needed men at the door asking what you earned, which was thought un-English and would have caused a riot. But a large house means a rich man, a rich man’s house has many windows, and windows can be counted from the street. Nobody need be asked anything. It was, on paper, the most polite tax ever invented.</p>
<p>Every house paid two shillings. A house with ten windows or more paid four shillings on top; one with more than twenty paid eight. You may take the part of the owner here. The collector will keep up with you.</p>
${house}
<p>You will have found the trouble by yourself. Between the eleventh window and the tenth, nothing happens. Between the tenth and the ninth there are four shillings, which was the better part of a week’s wages for the man who carried the bricks; so that the bricks paid for themselves by Michaelmas, and went on paying for ever. A tax with steps in it is an invitation to stand on the lower edge of a step, and the whole country accepted. When the returns were studied, long afterwards, there was a crowd of houses with exactly nine windows, and hardly anybody had ten.</p>
<h2>What counts as a window?</h2>
<p>Then came the arguments. Is a hole in the larder wall a window? Is a grating? If two panes are set so close that a collector must go indoors to see that there is a wall between them, are they one? There were rulings, and rulings on the rulings. There was also the owner who had his window stopped up with loose boards the week before the assessment and opened again the week after it, and the law that was passed against him.</p>
<p>None of this hurt the people for whom the tax had been meant. A duke with two hundred windows paid and kept his light; some are said to have put in more, as others keep racehorses. It fell on those who had least to do with it. In the cities the poor lived ten families to one large old house. The house had thirty windows, the landlord paid for thirty; and so the landlord took a bricklayer round the back, and stopped up the staircase, the passage, the privy and the room with the four children in it.</p>
<blockquote>The tax was set on glass. It was paid in air.</blockquote>
<p>Doctors said so, from the first to the last. They wrote of typhus in the unlit courts, of corridors where a candle was needed at noon. It took a hundred and fifty-five years. In July of 1851, in the same summer in which a hall made wholly of glass stood in Hyde Park and six million people paid to walk about in it, the tax was repealed.</p>
<h2>The lower edge of the step</h2>
<p>They like to tell you that this is where “daylight robbery” comes from. It is not; the phrase is far too young. What did come of it is a rule worth more than a phrase. Whatever you count, people will make less of it. Count windows, and you will get walls. Count words, and you will get many. Count the minutes that eyes rest upon a page, and you will get pages that will not let the eyes go.</p>
<p>So take care to count the thing you want. And when you next pass a blind window, look for its neighbours. There will be nine of them, wide open, shining like shillings.</p>`,
}
