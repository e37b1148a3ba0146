import type { Article } from '../article'

export const clocks: Article = {
  slug: 'dearer',
  price: { first: 50_000n, later: 80_000n },
  title: 'Putting a Clock in Beat',
  standfirst: 'An afternoon with a woman who repairs what most people would rather replace, and charges more the longer you wait.',
  author: 'Imre Castell',
  section: 'Workshops',
  minutes: 3,
  picture: {
    file: 'clocks.svg',
    alt: 'A workbench with a brass clock movement, a swinging pendulum and three clock faces that disagree.',
    caption: 'Three clocks, three opinions. The one in the middle is right, and will tell you so.',
  },
  teaser: `<p>“Listen,” says Agnes Tull, and stops talking. There are forty-one clocks in the room, and for the first minute it sounds like rain. Then the ear sorts them. A fast, dry one on the shelf. A slow one by the door, so deep that you feel it in the bench. And one that limps: tick, and a pause, and tock-tick, and a pause. “That one,” she says. “It came in on Monday. They told me that it was worn out. There is nothing wrong with it at all. It is standing on a floor.”</p>`,
  body: `<p>A pendulum clock does not mind being cold, and it can put up with being dirty for thirty years. What it cannot bear is to be crooked. The escapement, which is the part that ticks, lets one tooth of a wheel go by at the left end of the swing and one at the right; and if the case leans, one of these comes early and the other late. Clockmakers call it being out of beat. The clock will limp on for a day or two and then stop, and its owner, who had it moved in order to paint the wall, will ring up to ask what a new one costs.</p>
<p>“Nine times in ten it’s a bit of folded card under one foot,” says Agnes. “I could charge them for the card.” She does not. For the first look she asks next to nothing; she would rather have a clock brought in early, with a cough, than late, with a broken tooth. If you go home to think about it, the price goes up. It is written over the counter in white chalk. People laugh at it until they have come back.</p>
<h2>Other people’s scratches</h2>
<p>She opens the limping one to be sure. Inside the back plate there are names, scratched with a needle point so small that you would take them for wear. <em>J. Fenn cleaned 1804. Wm. Oake, new gut, 1851. T.B. 1902. T.B. again 1911, sorry.</em> Every repairer leaves one. There is no rule about it, and the owners never know. She reads them as you might read the spine of a book, before she looks at anything else, since they tell her what was mended, how well, and by what kind of person.</p>
<blockquote>You are never the first to look after a thing, and if you do it properly you will not be the last.</blockquote>
<p>“The worst is solder,” she says. “The next worst is oil.” People love to oil a clock. They do it with whatever they have in the house, sewing-machine oil, salad oil, on one occasion a fish. Oil holds dust, and dust in oil is a grinding paste. In an old movement it is never the soft brass wheel that wears away, it is the hard steel pinion that runs against it; the dust beds itself in the brass and the brass becomes a file. The clock wants nine drops in all, each the size of a full stop. After that it wants you to go away.</p>
<h2>A second is a length</h2>
<p>The slow clock by the door is a longcase of about 1770. Its pendulum is a little over thirty-nine inches long from the spring to the middle of the bob, and for that reason it takes one second to swing across: not because of anything that is written on the dial, nor of what the bob weighs, but on account of its length and of the planet it hangs over. Move it to the mountains and it will lose. Let the rod grow warm and it will lose, by little more than a hair’s breadth, and that is half a minute in the week. The whole of the art, for three hundred years, has been to keep that one length the same.</p>
<p>Agnes turns the crutch with two fingers, the least bit, as you might straighten a picture in someone else’s house. Tick. Tock. Tick. Tock. She listens with her eyes shut to the silences and not the noises, for these are what must be equal. Then she takes her needle. On the back plate, under <em>sorry</em>, there is just room.</p>`,
}
