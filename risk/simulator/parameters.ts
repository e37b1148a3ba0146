/**
 * Everything the simulated readers and sellers are made of, each with where it is from. "Assumed" is a guess of ours: nobody has
 * published how people pay for articles one at a time. Ranges are drawn from evenly, once a wallet or once a seller.
 */
export interface Parameter<T> {
  readonly value: T
  readonly unit: string
  readonly source: string
}

type Range = readonly [low: number, high: number]

const assumed = 'assumed'

export const parameters = {
  days: { value: 90, unit: 'days of a wallet', source: assumed },
  articlePrice: { value: { middle: 0.12, spread: 0.7 }, unit: '$ median, log-normal', source: 'x402: mean $0.26 of all time, $0.05 to $0.06 in mid-2026; Winnipeg Free Press 27 Canadian cents, Axate 20 pence an article; spread assumed' },
  meteredPrice: { value: { middle: 0.006, spread: 0.8 }, unit: '$ median, log-normal', source: 'x402: median of all payments about $0.01; spread assumed' },
  passTimesArticle: { value: [4, 10] as Range, unit: 'times the article', source: 'Axate caps a day at about one article; others sell day passes for several: assumed' },
  passAlone: { value: 0.03, unit: 'share of sellers that offer no single piece where they offer a pass', source: 'assumed: our format has a pass offered beside the piece (docs/PROTOCOLS.md)' },
  comesByItself: { value: 0.01, unit: 'share of sellers whose pages come by a script of theirs, with no hand of the reader’s in it', source: 'assumed: a script that follows a press, and a redirect, count as the press' },
  tips: { value: [0.1, 0.2, 0.25, 0.5, 1, 1, 2], unit: '$', source: assumed },
  tiers: { value: { single: 0.6, double: 0.3 }, unit: 'share of sellers with one price, with a second of twice that; others vary', source: assumed },
  variedSpread: { value: 0.35, unit: 'deviation of the logarithm', source: assumed },
  raises: { value: 0.15, unit: 'share of sellers that raise prices in 90 days', source: assumed },
  raiseFactor: { value: [1.1, 1.8] as Range, unit: 'times', source: assumed },
  doubles: { value: 0.1, unit: 'share of those raises that are by 2 to 2.5', source: assumed },
  rotates: { value: 0.03, unit: 'share of sellers with a new account in 90 days', source: 'assumed; makes about the 0.07 % of honest payments with a changed payee of our first comparison' },
  onPlatform: { value: 0.04, unit: 'share of sites that have a platform paid', source: 'assumed: sellers of x402 are paid on their own account' },
  platforms: { value: 3, unit: 'platforms', source: assumed },
  siblings: { value: 0.005, unit: 'share of new sites that are the same house under another ending', source: '6,051 of a million ordered pairs among 500 top sites look alike' },
  sameHouse: { value: 0.5, unit: 'share of those that have the same account paid', source: assumed },
  reading: { value: 60, unit: 's between articles at least, median; metered pieces are turned faster', source: assumed },
  oneName: { value: 0.1, unit: 'share of sellers that call all their pieces by one name; metered ones all do', source: assumed },
  rereads: { value: 0.001, unit: 'chance that the next piece is the last one again, at another address', source: assumed },
  renews: { value: 0.7, unit: 'chance that an allowance that ran out is given again', source: assumed },
} as const satisfies Record<string, Parameter<unknown>>

/** How a kind of reader behaves. */
export interface Persona {
  readonly name: string
  /** Share of readers. */
  readonly weight: number
  /** Sessions a day. */
  readonly sessions: Range
  /** Payments a session, a mean. */
  readonly length: Range
  /** Median seconds between payments of a session. */
  readonly gap: Range
  /** How many sites they come back to. */
  readonly favourites: Range
  /** Chance that a payment goes to a site they have never paid. */
  readonly discovers: Range
  /** Chance that a payment is a tip, and a pass where the site sells one. */
  readonly tips: Range
  readonly passes: Range
  /** Chance that a site they come back to gets an allowance. */
  readonly allows: Range
  /** Chance that a session stays on one site. */
  readonly stays: Range
  /** Chance that a favourite is metered. */
  readonly metered: Range
}

const none: Range = [0, 0]
const reader = { tips: [0, 0.03], passes: [0, 0.02], allows: [0.1, 0.5], metered: none } as const

/** Numbers of these are assumed, all of them; the kinds are those of the trust report. */
export const personas: readonly Persona[] = [
  { name: 'occasional', weight: 0.3, sessions: [0.1, 0.4], length: [1, 2], gap: [150, 500], favourites: [2, 5], discovers: [0.06, 0.2], stays: [0.6, 0.9], ...reader },
  { name: 'daily', weight: 0.24, sessions: [0.8, 1.6], length: [1.5, 3], gap: [120, 400], favourites: [2, 6], discovers: [0.01, 0.06], stays: [0.5, 0.9], ...reader },
  { name: 'binge', weight: 0.12, sessions: [0.2, 0.5], length: [6, 14], gap: [60, 240], favourites: [2, 6], discovers: [0.02, 0.08], stays: [0.7, 1], ...reader },
  { name: 'many newspapers', weight: 0.12, sessions: [0.8, 1.8], length: [2, 4], gap: [120, 360], favourites: [8, 16], discovers: [0.02, 0.07], stays: [0.1, 0.4], ...reader },
  { name: 'metered', weight: 0.1, sessions: [0.4, 1], length: [8, 20], gap: [15, 60], favourites: [2, 5], discovers: [0.01, 0.05], stays: [0.8, 1], ...reader, allows: [0.5, 0.9], metered: [0.4, 0.8] },
  { name: 'tipper', weight: 0.06, sessions: [0.3, 0.8], length: [1.5, 3], gap: [120, 400], favourites: [3, 8], discovers: [0.05, 0.2], stays: [0.3, 0.6], ...reader, tips: [0.3, 0.6] },
  { name: 'pass buyer', weight: 0.06, sessions: [0.4, 1], length: [1, 2], gap: [150, 500], favourites: [2, 5], discovers: [0.02, 0.08], stays: [0.5, 0.9], ...reader, passes: [0.2, 0.5] },
]

/** Wallets of the test differ more from one another than those of training: ranges reach so much further at both ends. */
export const widerBy = 1.3
