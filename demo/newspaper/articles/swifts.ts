import type { Article } from '../article'

export const swifts: Article = {
  slug: 'paid',
  price: { first: 50_000n },
  tips: 'writer',
  title: 'How Swifts Sleep',
  standfirst: 'A bird that lands to nest and for nothing else has to close its eyes somewhere. It climbs until there is nothing left to hit.',
  author: 'Imre Castell',
  section: 'Natural history',
  minutes: 4,
  picture: {
    file: 'swifts.svg',
    alt: 'Swifts with sickle wings against a darkening sky, high over the roofs and the church tower of a small town.',
    caption: 'Half an hour after sunset. The screaming stops, and the flock goes up.',
  },
  teaser: `<p>On a fine evening in June they come down our street at the height of the bedroom windows, a dozen at once, screaming. Then the light goes, the street lamps come on, and you notice that it is quiet. They have not gone to roost. Put your ear to the wall under the eaves and you may hear a sitting bird shift on her two eggs, but her mate is not beside her, nor are the young birds of other years. They went up. If you had watched one through a good glass, you would have seen it shrink to a comma, then a full stop, then a mistake in the glass.</p>`,
  body: `<p>For a long time this was a story that people told. In the First World War a French airman, gliding down over the lines by moonlight with his engine off, found himself at ten thousand feet among birds, spread out like a handful of thrown seed, which paid him no attention. Two of them struck the aeroplane. They were swifts. He reported it, as one reports an odd thing seen at night, and it was put away with the other odd things.</p>
<p>Radar brought it back. In the nineteen-fifties operators in England and Switzerland had been puzzled by faint, slow echoes that rose from the towns at dusk like smoke. Somebody went and looked, and the smoke had wings. Later and better radars timed it to the minute: up after sunset, to a mile and a half or more; down a little in the night; and then, which no one had expected, up again before sunrise, all together, as exactly as in the evening. A bird that only wanted a safe height would have no need of the second climb. It seems they go up to look. From there, in the twilight, you can see the horizon, the first stars and the light left in the sky, feel the wind at every level, and read tomorrow’s weather an hour or two before it arrives. They check it with their neighbours. Then they come down.</p>
<h2>Ten months</h2>
<p>How long can it go on? In Lund they made a logger that weighed about a gram, and put it on swifts that weigh forty. It noted every few minutes whether the bird was flapping, gliding or still. The birds carried it to the forests of the Congo and back, and were caught again at their nests. Some had come down for a night or two in bad weather. Some had not come down at all. From the August day they left the nest until the May day they returned to it, ten months later, they were never still for as long as it takes to perch.</p>
<blockquote>A swift is not a bird that flies a great deal. It is a thing of the air which once a year, with some distaste, visits a hole in a wall.</blockquote>
<p>Everything else follows from that. It eats what the air carries, spiders on their threads and aphids on the wind, and brings it home in a ball in the throat. It drinks by opening its beak along a pond. It gathers feathers for its nest as they float past, and it mates, now and then, in mid-fall. A young one does press-ups on its wing tips in the nest for weeks, and then drops out into the first air it has ever felt; and if it is lucky it will be two years, or three, before it touches anything solid again.</p>
<h2>And the sleep?</h2>
<p>Here I must be careful, because nobody has yet listened to the brain of a swift at night; the machine is still too heavy for so small a head. But it has been done with frigatebirds over the Pacific, which are large enough to carry it. They sleep in scraps of a few seconds, mostly while rising, mostly with one half of the brain at a time and the opposite eye open toward where they are going; now and then with both halves at once, and no one steering. In all it came to some forty minutes a night. Once ashore they slept like the dead, for twelve hours.</p>
<p>A swift has no ashore. So it probably does something of the kind: climbs, spreads its wings, turns its face to the wind, and lets go for a few breaths. It drifts and loses a little height. It wakes, or half of it does, beats its way up again, and lets go once more. If you lie awake in June with the window open, that is what is above the roof: several hundred of them, a mile and a half up, facing the same way, in the last of the light, falling asleep and catching themselves, falling asleep and catching themselves, all the way through to the morning.</p>`,
}
