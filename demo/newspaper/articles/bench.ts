import type { Article } from '../article'

export const bench: Article = {
  slug: 'bench',
  price: { first: 250_000n },
  title: 'A Bench Is a Kind of Letter',
  standfirst: 'Eight words of brass, addressed to whoever is tired.',
  author: 'Corin Tamsett',
  section: 'Walks',
  minutes: 3,
  picture: {
    file: 'bench.svg',
    alt: 'An empty bench beside a hawthorn on a green hill above the sea.',
    caption: 'There is room on it for two, and for a third who is polite.',
  },
  teaser: `<p>Between the car park and the headland there are forty-three benches, and I have sat on all of them, because I am walking again after a year in which I was not, and a bench is how far I can go. You learn to look at them as a sailor looks at harbours. This one is out of the wind. That one faces the wrong way. And while you are getting your breath you read what is behind your shoulder, on a strip of brass the size of a ruler.</p>`,
  body: `<p>There is not much room on it. The man at the council who orders them told me the limit is eight words and two dates, and that everybody begins by asking for forty. They come in with a poem. Then they go home and cross things out for a week. What they bring back is nearly always better, and quite often it makes no mention of love at all.</p>
<p><em>He liked it here. She came for him.</em> That is the ninth bench. <em>Sit down, Arthur, you have done enough</em>: the twentieth, at the top of the steep part, where it is a public service. One has two dates and only the word <em>Look</em>. I looked. There was a tanker. I felt that I had missed something, so I went back on a clear day, and you can see from there, and from no other bench, the roof of the maternity ward.</p>
<h2>To whom it may concern</h2>
<p>A gravestone is written to the family. It says: he is here. A bench says the reverse: he is not here any more, you have the place, how are your knees? It is the only monument I know that is meant to be leaned against. Nobody lowers his voice at it. Children eat crisps on it; teenagers cut their own letters into it, two at a time, with a heart; and the brass goes on shining in the middle, where the coats rub.</p>
<blockquote>A gravestone says: he is here. A bench says: you have the place now.</blockquote>
<p>They do not last. Oak has thirty years in that air, and a bench is let for ten, after which the council writes to the address it has. If there is no answer they write again. Then the plate is taken off and put in a drawer, and the bench is free for another eight words. I asked to see the drawer. It is quite a shallow one, lined with green felt that somebody must have gone out and bought. The man has kept every plate there has ever been. He says that now and then a person comes from a long way off, generally Canada, and it has to be said for a council that it can then open a drawer.</p>
<h2>The forty-third</h2>
<p>The last bench, the one on the headland itself, has a plate without any name. I got there in May, and I may say that I did not read it at once; I sat and shook. It has four words. I had wondered for months what would be on it, for you can see it from a long way down, shining, and I suppose I had begun to think of it as the prize.</p>
<p>It says: <em>There. That wasn’t far.</em></p>
<p>I laughed until a woman with a dog asked me if I was all right. I do not know who put it there. It has no dates, so nobody need be dead. But whoever you are, I did get your letter, and I thought you would like to know that it was delivered.</p>`,
}
