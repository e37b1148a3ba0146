import type { Article } from '../article'

export const tides: Article = {
  slug: 'tides',
  price: { first: 70_000n, dayPass: 300_000n },
  title: 'Reading the Tide Table',
  standfirst: 'A small book of numbers that is right about the future every day of the year.',
  author: 'Jory Quill',
  section: 'From the quay',
  minutes: 3,
  picture: {
    file: 'tides.svg',
    alt: 'A harbour wall with a tide gauge, a boat lying on the mud, and the moon above the water.',
    caption: 'Low water, springs. The boat will float again at twenty to six; it says so in the book.',
  },
  teaser: `<p>It hangs on a nail in the harbour office, it costs about as much as a pint, and it is the only book I know that tells you what is going to happen. On the ninth of next month, it says, the water at this wall will stand at its highest at eight minutes to seven in the morning, and will be four point six metres deep. Then the ninth comes. You go down in your slippers with a lead line, and it is.</p>`,
  body: `<p>We are so used to it that we forget to be amazed. Nobody can say whether it will rain on the ninth. Nobody can tell you what fish will fetch. Yet here is a movement of some millions of tons of water, up and down a ragged coast, round two headlands and across a bar, and it has been put in a table to the minute, a year ahead, by people who have never seen the place.</p>
<h2>The two hands</h2>
<p>The moon does it, as everybody knows, and the sun helps. The moon draws the sea up toward her, and leaves it heaped on the far side also, and the earth turns round beneath the two heaps; so that there are two tides in a day, and because the moon has moved on a little in the meantime, each day’s are some fifty minutes later than those of the day before. When sun and moon pull along one line, at new moon and at full, the tides are large: springs. When they pull crosswise, at the quarters, they are lazy: neaps. You can tell the state of it from your pillow. Here with us a spring tide is always high at breakfast and at supper, and the neaps come in at noon.</p>
<p>But that is only the beginning of it, since the moon comes nearer and goes off, and climbs, and sinks, and the sea has a shape of its own and sloshes in it as tea does in a cup. There are dozens of such motions. Each by itself is as regular as a pendulum. It is only in adding them up that they look like the sea.</p>
<blockquote>The sea is not disorderly. It is a great many orderly things at once.</blockquote>
<h2>The brass brain</h2>
<p>In 1872 William Thomson, who became Lord Kelvin, got tired of the adding and built a machine for it. Each motion has its wheel, each wheel has a crank, and each crank lifts a pulley up and down; a single cord runs over all of the pulleys, and at the end of the cord is a pen. Turn the handle, and the cord does the sum. The pen draws you a year of tides in an afternoon.</p>
<p>Such machines were in use for ninety years. In the spring of 1944 two stood at Bidston, near Liverpool, in separate rooms, so that one bomb should not have both. They were set for a stretch of shore that was called only Position Z. Those who turned the handles were not told where it was. The question was on which mornings in June low water would come soon after first light, to bare the obstacles on the beach, with a moon the night before. The cord ran over its pulleys and the pen went up and down; and it gave three days.</p>
<h2>Twelfths</h2>
<p>The table gives you only high and low. What of the time in between? For that there is a rule, older than the machine, and you can keep it in your pocket. Take the six hours of the flood. In the first, the water rises by one twelfth of the whole; in the second by two; in the third by three, in the fourth by three; then two, then one. It starts slowly, it runs hardest in the middle, and it eases off before it turns.</p>
<p>I have found that it holds for a good deal else. It is the way a crowd fills a church, and a child learns to read, and grief goes out. If nothing seems to be moving, look at the book. You may be in the first hour.</p>`,
}
