import type { Address } from '../../src/core/hex'
import { Random } from '../../risk/simulator/random'

/** A paper that sells single articles. */
export interface Site {
  readonly host: string
  readonly payTo: Address
  /** Atomic units of a token with six decimals. */
  readonly price: bigint
  /** Whether it says what of its price is the platform's. */
  readonly declares: boolean
}

const firsts = ['lantern', 'harbour', 'hedgerow', 'orchard', 'signal', 'meridian', 'almanac', 'kiln', 'quarry', 'ledger', 'estuary', 'thimble'] as const
const lasts = ['post', 'review', 'weekly', 'notes', 'gazette'] as const

/** Sixty papers with recognisable names, the same for everybody. */
export const sites: readonly Site[] = firsts.flatMap((first, row) =>
  lasts.map((last, column): Site => {
    const random = new Random(row * 100 + column)
    const account = Array.from({ length: 5 }, () => random.bits().toString(16).padStart(8, '0')).join('')
    return { host: `${first}-${last}.example`, payTo: `0x${account}`, price: BigInt(random.pick([1, 2, 5, 5, 10, 10, 25, 75])) * 10_000n, declares: random.chance(0.4) }
  }),
)

/** What titles are about: every one begins with one of these. */
export const subjects = ['The wren in winter', 'Bread without hurry', 'A lighthouse and its keeper', 'Der Zaunkönig im Schnee', 'Old maps of the estuary', 'Le café du port', 'How a river was moved', 'Letters to a young gardener', 'The price of salt', 'A day at the observatory', 'Birds that stay', 'Small coins, long memories'] as const
const turns = ['', ', part two', ', revisited', ': a conversation', ' and what came after', ' in eleven pictures'] as const

/** @param number makes each title its own */
export const titleOf = (random: Random, number: number): string => `${random.pick(subjects)}${random.pick(turns)}, no. ${number}`
