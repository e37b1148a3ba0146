import type { Article } from '../article'

export const ferry: Article = {
  slug: 'ferry',
  price: { first: 60_000n, dayPass: 300_000n },
  title: 'The Last Boat Waits',
  standfirst: 'A timetable is a promise. What the man in the wheelhouse does at five past ten is another.',
  author: 'Nell Anstruther',
  section: 'Crossings',
  minutes: 3,
  picture: {
    file: 'ferry.svg',
    alt: 'A small white ferry with lit windows at a stone slip, at night; one lamp is coming down the hill road.',
    caption: 'Two minutes past. Somebody is coming down the hill.',
  },
  teaser: `<p>The last boat to the island goes at ten. It says so on the board, in paint, and it has said so since before the present ferryman was born. If you ask him when the last boat goes he will tell you ten o’clock, a little stiffly. I have been on it some sixty times, and it has left at ten on perhaps a third of them.</p>`,
  body: `<p>The rest of the time we wait. Nobody announces it. The engine is running, the ropes are in his hands, and he stands and looks up at the road. There is one road down to the slip, and at night you can see a lamp on it from the moment it comes over the brow. That is four minutes on foot and one by car. He counts, I think. If there is a lamp he waits for the lamp.</p>
<h2>What the board is for</h2>
<p>I used to suppose that he was soft-hearted. He is not; he has left a member of parliament on the slip in the rain, at ten exactly, with no lamp behind him. It took me some years to see that he has a rule, that the rule is strict, and that it is not the one on the board. The board is for strangers. It tells them by when they have to be there. It does not tell him when to go.</p>
<p>Everybody on the island knows this, and nobody has ever been seen to stroll. They come down that road at a run. I asked a woman about it once, getting her breath on the bench beside me, with a cello. “He’d wait,” I said. “You knew he’d wait.” “He’d wait for somebody running,” she said.</p>
<blockquote>He would wait for somebody running. I have not found the clause that says it better.</blockquote>
<h2>The other side of the water</h2>
<p>There is a price for this, and it is paid over there, by the people who have come down to their own slip to meet the boat. They stand in the dark for eight minutes, or ten. You would expect them to grumble. But each of them has been the lamp on the hill; and so what they do is to look over at the light of the boat, lying still, and say to one another: somebody is late. They say it quite warmly. They begin to wonder who it is.</p>
<p>The company sent a man last year with a tablet. He rode back and forth for a week and found that the ten o’clock was late on two nights in three, and wrote that the timetable should be brought into line with the facts. They took advice. They had the board repainted, ten past ten, in the same white paint. I was on the first of those boats. At ten past ten he had the rope in his hands, and over the brow of the hill there came a lamp.</p>`,
}
