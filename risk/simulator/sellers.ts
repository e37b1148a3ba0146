import type { Address } from '../../src/core/hex'
import { account, otherEnding, siteName } from './names'
import { price, times } from './money'
import { parameters } from './parameters'
import { day, start } from './payment'
import type { Random } from './random'

/** An honest seller. */
export interface Seller {
  readonly site: string
  readonly metered: boolean
  /** Who is paid, from when on; milliseconds since 1970, the first from the start. */
  readonly payees: readonly { readonly from: number; readonly payTo: Address }[]
  /** What a piece costs before any raise, atomic units. */
  readonly base: bigint
  readonly raise: { readonly from: number; readonly factor: number } | null
  readonly tiers: 'single' | 'double' | 'varied'
  readonly passFactor: number
  /** Where a pass is sold, single pieces are not. */
  readonly passAlone: boolean
  /** Its pages come by themselves. */
  readonly comesByItself: boolean
  /** All pieces are called by this mark; null where each has a name of its own. */
  readonly oneName: number | null
}

/** The sellers that a reader can come across: their own platforms, and as many sites as they like. */
export class Market {
  readonly #random: Random
  readonly #platforms: readonly Address[]
  readonly #wider: number
  readonly #houses: { readonly site: string; readonly payTo: Address }[] = []

  /** @param wider how much more often the rare things happen than `parameters` says */
  constructor(random: Random, wider: number) {
    this.#random = random
    this.#wider = wider
    this.#platforms = Array.from({ length: parameters.platforms.value }, () => account(random))
  }

  seller(metered: boolean): Seller {
    const random = this.#random
    const happens = (share: number): boolean => random.chance(Math.min(1, share * this.#wider))
    const sister = this.#houses.length > 0 && happens(parameters.siblings.value) ? random.pick(this.#houses) : null
    const site = sister === null ? siteName(random) : otherEnding(random, sister.site)
    const { middle, spread } = (metered ? parameters.meteredPrice : parameters.articlePrice).value
    const own = happens(parameters.onPlatform.value) ? random.pick(this.#platforms) : account(random)
    const first = sister !== null && random.chance(parameters.sameHouse.value) ? sister.payTo : own
    this.#houses.push({ site, payTo: first })
    const payees = [{ from: start, payTo: first }]
    if (happens(parameters.rotates.value)) payees.push({ from: sometime(random), payTo: account(random) })
    const raise = happens(parameters.raises.value) ? { from: sometime(random), factor: raiseFactor(random) } : null
    const base = price(Math.min(1.2, random.logNormal(middle, spread * this.#wider)))
    return { site, metered, payees, base, raise, tiers: tiersOf(random), passFactor: random.between(...parameters.passTimesArticle.value), passAlone: happens(parameters.passAlone.value), comesByItself: happens(parameters.comesByItself.value), oneName: metered || random.chance(parameters.oneName.value) ? random.bits() : null }
  }
}

const sometime = (random: Random): number => start + random.unit() * parameters.days.value * day

const raiseFactor = (random: Random): number => (random.chance(parameters.doubles.value) ? random.between(2, 2.5) : random.between(...parameters.raiseFactor.value))

function tiersOf(random: Random): Seller['tiers'] {
  const { single, double } = parameters.tiers.value
  const drawn = random.unit()
  return drawn < single ? 'single' : drawn < single + double ? 'double' : 'varied'
}

/** Who is paid at that time. */
export const payeeAt = ({ payees }: Seller, at: number): Address => payees.findLast(({ from }) => from <= at)?.payTo ?? payees[0]?.payTo ?? '0x'

/** What the next piece costs at that time, atomic units. */
export function pieceAt(seller: Seller, at: number, random: Random): bigint {
  const raised = seller.raise !== null && at >= seller.raise.from ? times(seller.base, seller.raise.factor) : seller.base
  if (seller.tiers === 'double') return random.chance(0.25) ? times(raised, 2) : raised
  return seller.tiers === 'varied' ? times(raised, random.logNormal(1, parameters.variedSpread.value)) : raised
}
