import { speakable } from './speakable'

/** What the worker says of forgetting and erasing. English. */
export const privacy = speakable('workerPrivacy', {
  underWay: (count: string) =>
    count === '1'
      ? 'Nothing was erased. One payment is under way, and may still be charged: in a few minutes that is known. If you erase all the same, nothing will tell you what became of it.'
      : `Nothing was erased. ${count} payments are under way, and may still be charged: in a few minutes that is known. If you erase all the same, nothing will tell you what became of them.`,
  /** Lines of a report for support: everything in them stands for many. */
  support: {
    made: (version: string, browser: string) => `Farthing ${version} on ${browser}`,
    network: (network: string, own: boolean) => `Network: ${network}, by ${own ? 'a connection of the reader’s own' : 'the connection that came with Farthing'}`,
    tips: 'A service for tips is chosen',
    looks: (everywhere: boolean, card: boolean) => `Looks ${everywhere ? 'on every site' : 'when its button is clicked'}, ${card ? 'shows the card' : 'shows no card'}`,
    ways: (ways: string) => `Opens with: ${ways}`,
    kept: (kind: string, count: string, size: string) => `${kind}: ${count === '' ? size : `${count}, ${size}`}`,
    site: (rank: string) => `site ${rank}`,
    otherSite: 'another site',
    week: (monday: string) => `week of ${monday}`,
    range: (from: string, to: string) => `${from} to ${to}`,
    under: (least: string) => `under ${least}`,
    over: (most: string) => `over ${most}`,
  },
  backwards: 'Nothing was forgotten. The last day is before the first one.',
})
