import type { Article } from '../article'

export const hut: Article = {
  slug: 'hut',
  price: { first: 50_000n },
  title: 'Write Down Where You Are Going',
  standfirst: 'In a mountain hut the guest book is not for compliments.',
  author: 'Lise Aubry',
  section: 'Mountains',
  minutes: 3,
  picture: {
    file: 'hut.svg',
    alt: 'A small stone hut with one lit window under a snowy ridge, at dusk.',
    caption: 'The window was lit for somebody who had written four o’clock.',
  },
  teaser: `<p>You come in, you hang up what is wet, and before you are given soup you are given a pencil. The book lies on a shelf by the door with the pencil on a string. It has columns. The first is for your name, and is the only one that a visitor fills in without thinking. Then there is one for where you have come from, and a wide one, wider than all the others, for where you are going tomorrow.</p>`,
  body: `<p>People who are new to it write something polite there. <em>Onwards!</em> they write, or <em>wherever the path leads</em>. The warden of the hut where I spent a summer drying dishes had a rubber for such cases. She handed the pencil back and waited. She did not want to know how they felt about the mountains. She wanted the name of a pass.</p>
<p>For this is the oldest piece of rescue equipment in the Alps, and it costs as much as a school exercise book. If you are not at the next hut by dark, nobody there knows it, because nobody there knows of you. But somebody will ring in the end: a sister, an employer, the owner of a car that has stood four days at the end of the road. And then people go from hut to hut and read. On the eleventh he slept here. He meant to cross by the north side. At the next one the book has no such name in it; and so a whole country has shrunk to one valley.</p>
<h2>What the columns say</h2>
<p>I read all of hers, back to the first, in the evenings. You get to know the handwriting of tired people. Those who came up easily write large. Those who had a fright write very small and well, as though the teacher were standing behind them. Guides write nothing but initials and a number, the number being how many they have to bring home. There was a pair of names that appeared every August for thirty-one years, always in the same hand, and then one August the second name was written in another hand, the shaky one, and the first was missing.</p>
<blockquote>It is the only book I know in which every line is a promise to arrive somewhere.</blockquote>
<p>And there are the lines that were struck out. It is allowed: if you change your mind in the morning you come back to the shelf, cross out the pass and write another. It looks untidy. The warden liked it better than anything else in the book. “That one,” she would say, with her thumb beside a line that had been altered twice, “lives to be old.”</p>
<h2>Four o’clock</h2>
<p>In September a man wrote that he would be back by four. At five she put the lamp into the west window, where it does not light up anything but can be seen from the saddle. At six she put on her boots. At a quarter past six he came round the hut from the wrong side, very cheerful, having gone down by the glacier because it was such a fine evening.</p>
<p>She did not shout. She took the book down, opened it at the page, put the pencil in his hand and had him write, in the wide column, under the eyes of everybody at the table, where he had been. He wrote it. Then he stood there a while and read what was above it, the whole page of people who had said where they would be and had then been there. He crossed the soup room on tiptoe after that, like someone who has come late into a church.</p>
<p>I sign such books carefully now. I write the pass, the hour, and how many we are. It takes less time than lacing a boot, and as long as the ink is wet I am, for once, a person whose whereabouts are known.</p>`,
}
