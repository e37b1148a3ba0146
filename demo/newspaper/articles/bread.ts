import type { Article } from '../article'

export const bread: Article = {
  slug: 'slow',
  price: { first: 50_000n, passedOn: { platformBps: 2_500n, facilitator: 1_000n } },
  title: 'Bread That Takes Its Time',
  standfirst: 'Flour, water, salt, and the one thing no shop can sell you. This piece is served slowly, on purpose.',
  author: 'Hester Vane',
  section: 'Kitchen',
  minutes: 3,
  picture: {
    file: 'bread.svg',
    alt: 'A round loaf with a leaf cut into its crust, steaming on a board beside a jar of bubbling starter.',
    caption: 'The leaf is not for looks. It tells the loaf where to open.',
  },
  teaser: `<p>The recipe is short enough to be painted on a spoon. A pound of flour, three quarters of a pound of water, two teaspoons of salt, and a cupful of yesterday. I was given the cupful of yesterday in a jam jar, by a neighbour who had it from a boat. It lives at the back of the shelf, it smells of apples and wet plaster, and if I were to forget it for a month it would very likely forgive me.</p>`,
  body: `<p>It is flour and water in which something has moved in. You need not invite it. Wild yeast is on the grain already, and on your hands, and in the air of any kitchen in which there has ever been baking; put down a bowl of paste, feed it a spoonful a day, and after a week of doubtful smells there will be a nation in it. The yeast eats sugar and breathes out. The bacteria which come in with it make acid, and the acid keeps everyone else out. It is the oldest arrangement in the house, and it asks for nothing but to be fed and left alone.</p>
<p>Left alone is where we go wrong. I used to bake as I used to do most things, by pushing. Warm water, a warm place, a great deal of kneading, up in an hour, into the oven, and out came a loaf that tasted of having been hurried. Yeast in a hurry makes gas. That is all it makes. Flavour is what it does when it has nothing better to do.</p>
<blockquote>There are no tricks in it. There is only the clock, and your willingness not to look at it.</blockquote>
<h2>What happens in the night</h2>
<p>Stir the four things together in the evening until there is no dry flour left, cover the bowl, and go to bed. You have not kneaded it, and it looks like something that was dropped. But flour has two proteins in it that take hold of one another when they are wet, and they will do that whether you pummel them or sleep. By midnight they have found one another. By three there are strands. Enzymes are taking the starch to pieces and leaving sugar behind, which in the morning will turn your crust the colour of a violin. By six the thing has doubled; it trembles when you nudge the bowl, and you can draw it out like a curtain.</p>
<p>Now you are allowed to touch it, a little. Fold it over on itself from the four sides, like a letter. Wait. Do it again. Wait. It will pull together under your hand and hold, quite suddenly, like somebody who has made up his mind. Turn it out on a floured cloth, let it rest, and cut it once with a blade, not deep.</p>
<h2>A lid</h2>
<p>The last secret is an iron pot with a lid. Get it as hot as your oven goes, drop the loaf in, and shut it up for half an hour with its own steam. In the wet heat the skin stays soft for longer, so that the loaf can leap; when you take off the lid, it sets. A baker’s oven does the same with a boiler and a great deal of brass.</p>
<p>Then comes the worst part, which is that you must not cut it. Stand it on its edge by the window and listen. As the crust cools it shrinks and cracks, quite softly, for a quarter of an hour: bakers say that the bread is singing. The inside is still cooking. Cut it now and it will be gum.</p>
<p>So you wait, again, with the butter out. I have come to think that this is the whole of the recipe and that all the rest was there to give my hands something to do. Most of what is good in a kitchen is made by leaving it alone at the right moment. I know of nothing else in the house that I can say that about, except for children, and this page, which kept you waiting too.</p>`,
}
