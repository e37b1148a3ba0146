/**
 * What a policy may turn, and how far. The ranges are part of the wallet and no policy leaves them: it can watch more closely or less, and
 * never switch a guard off, raise what a reader has allowed, or name a host. `tighter` says which way watches more closely.
 */
export interface Parameter {
  readonly shipped: number
  readonly least: number
  readonly most: number
  readonly tighter: 'lower' | 'higher'
}

const lower = (shipped: number, least: number, most: number): Parameter => ({ shipped, least, most, tighter: 'lower' })
const higher = (shipped: number, least: number, most: number): Parameter => ({ shipped, least, most, tighter: 'higher' })

/** Whole numbers all; sums are in cents of a dollar. Names are stable: they are signed, kept and compared. */
export const parameters = {
  /** Limits of a wallet whose reader has set none. */
  'limit.payment': lower(200, 25, 500),
  'limit.site-day': lower(300, 50, 750),
  'limit.tip': lower(200, 25, 500),
  'limit.tip-day': lower(500, 50, 1000),
  'limit.day': lower(500, 100, 1500),
  'limit.month': lower(3000, 500, 9000),
  /** More payments than this within ten seconds, or within a minute, are more than a hand makes. */
  'burst.ten-seconds': lower(5, 2, 8),
  'burst.minute': lower(30, 10, 45),
  /** From so many new sites within an hour, and above so much on them. */
  'spree.sites': lower(4, 3, 6),
  'spree.cents': lower(100, 50, 200),
  /** The same over days. */
  'newcomers.sites': lower(6, 4, 9),
  'newcomers.cents': lower(300, 100, 500),
  /** A first payment on a site: from how many times what the reader usually pays, and above what. */
  'stranger.times': lower(8, 4, 12),
  'stranger.cents': lower(150, 50, 250),
  /** From how many times the usual price on a site a reader is told of it. */
  'above-usual.times': lower(3, 2, 5),
  /** Within how many seconds the same price again counts as twice. */
  'twice.seconds': higher(8, 4, 60),
  /** After how many suspicious payments that were turned down within an hour the purse stays shut until it is proved who is there. */
  'freeze.denials': lower(3, 1, 5),
} as const satisfies Record<string, Parameter>

export type ParameterName = keyof typeof parameters
export type Parameters = Readonly<Record<ParameterName, number>>

export const parameterNames = Object.keys(parameters) as readonly ParameterName[]

/** As the wallet was made. */
export const shippedParameters = Object.fromEntries(parameterNames.map((name) => [name, parameters[name].shipped])) as Parameters

/** Whether a policy may say this. */
export function isInRange(name: ParameterName, value: number): boolean {
  const { least, most } = parameters[name]
  return Number.isSafeInteger(value) && value >= least && value <= most
}

/** Whether `to` watches less closely than `from`. */
export const isLooser = (name: ParameterName, from: number, to: number): boolean => (parameters[name].tighter === 'lower' ? to > from : to < from)
