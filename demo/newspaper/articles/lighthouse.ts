import type { Article } from '../article'

export const lighthouse: Article = {
  slug: 'fragment',
  price: { first: 100_000n },
  title: 'The Keeper’s Ledger',
  standfirst: 'Lit at sunset. Trimmed at midnight. Put out at dawn. What a man writes down who has nothing to report.',
  author: 'Maud Penhale',
  section: 'Sea and coast',
  minutes: 4,
  picture: {
    file: 'lighthouse.svg',
    alt: 'A lighthouse on a rock at night, its beam lying across a dark sea.',
    caption: 'Ardle Rock, drawn from memory. It shows one white flash in every ten seconds.',
  },
  teaser: `<p>The ledger is bound in black oilcloth and smells, when it has been shut for a while, of paraffin. It belongs to the light on Ardle Rock, and covers the years from 1881 to 1884. There is one line to a night. In the first column stands the hour at which the lamp was lit, in the last the hour at which it was put out, and between them is what it drank: so many pints, so many wicks, one glass broken. Some thousand nights are entered there in three hands, and on hardly one of them did anything happen.</p>
<p>I had borrowed it for its storms. I kept it for a winter on account of everything else. For if you read it slowly, at the pace at which it was written, the three hands become three men, and by the second spring you know which of them is happy.</p>`,
  body: `<p>Begin with the oil. A keeper was answerable for every pint. The inspector came out twice a year in his yellow-funnelled steamer, dipped the tanks, and set the depth against the book. So the oil column is the one that nobody dared to invent, and for that reason it is the one that tells the truth. Here is the week before Christmas of 1882.</p>
<table>
<caption>Ardle Rock, December 1882</caption>
<thead><tr><th>Night</th><th>Lit</th><th>Out</th><th>Pints</th><th>Remarks</th></tr></thead>
<tbody>
<tr><td>18th</td><td>3.51</td><td>8.14</td><td>19</td><td>Wind S.W. Nothing to report.</td></tr>
<tr><td>19th</td><td>3.51</td><td>8.15</td><td>19</td><td>The same. Mended the gallery rail.</td></tr>
<tr><td>20th</td><td>3.52</td><td>8.16</td><td>19½</td><td>Snow. Birds at the glass.</td></tr>
<tr><td>21st</td><td>3.10</td><td>8.40</td><td>21</td><td>Thick. Lit early. Bell all night.</td></tr>
<tr><td>22nd</td><td>3.53</td><td>8.17</td><td>19</td><td>Boat could not land. Flour low.</td></tr>
<tr><td>23rd</td><td>3.53</td><td>8.17</td><td>19</td><td>Boat could not land.</td></tr>
<tr><td>24th</td><td>3.54</td><td>8.17</td><td>20</td><td>Boat could not land. Clear. All ships home.</td></tr>
</tbody>
</table>
<p>Look at the twenty-fourth. It is a clear night, and no longer than the one before it. Nineteen pints would have done. In the whole of that ledger there is no other fine night in December that took twenty; and the hand is the second hand, the small upright one, which never blots. He was a careful man. I think he turned it up.</p>
<p>It was against the regulations. A flame too high smokes the glass and cracks the chimney, and in the morning somebody must polish the whole lens with spirit of wine and rouge, three hundred prisms of it. He will have known that, since the somebody was himself. But every ship was home, no boat had come, and there would be no flour for a pudding. There they sat, three men on a rock with the brightest thing for thirty miles around in the room above their heads.</p>
<figure><img src="/pictures/ledger.svg" alt="An open ledger beside a brass oil measure and a burning lamp." width="1200" height="560"><figcaption>One line to a night. The measure holds a pint.</figcaption></figure>
<h2>Birds at the glass</h2>
<p>That remark comes every autumn, in all three hands. Redwings and larks, going over from Norway in the dark, come down into the beam as moths do and circle there until they tire. The first hand counts them. The third, a boy’s I think, writes once: <em>Put out the kitchen lamp and opened the door, and eleven came in and sat on the chairs.</em> The next line is in the first hand, and says only that the door of the kitchen is to be kept shut at night. The one after that, upright and unblotted: <em>Nine left at daylight. Two stayed to breakfast.</em></p>
<h2>Nothing to report</h2>
<p>These are the commonest words in the book. I have counted them, in the way one counts things in a long winter: six hundred and twelve times. At first you skip them. Then you begin to see what stands behind them. On that night somebody climbed a hundred and forty-one steps with a can in each hand. He wound a weight up the height of the tower, and wound it again every four hours, and in between he sat where he could see the flame. Somewhere beyond the glass a mate whom he would never meet looked up from a chart, counted to ten, saw the flash, and altered course by half a point. Nobody was drowned. Nobody knew that nobody was drowned.</p>
<p>It is the only sort of work of which this is the whole reward: that there should be nothing to report, and that it should be written down.</p>
<p><em>There is no Ardle Rock on the chart, and these three men are invented. The measures, the wicks, the birds and the rule about smoke are not.</em></p>`,
}

/** What a careless publishing system leaves in a fragment. None of it may run or survive in the reader's page. */
export const untidy = `<script>document.documentElement.dataset.fragmentScript = 'ran'</script>
<img src="/pictures/no-such-picture.svg" alt="" onerror="document.documentElement.dataset.fragmentHandler = 'ran'">`
