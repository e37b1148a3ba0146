import { daySteps, paymentSteps, termsInDays } from '../../src/core/spending/allowance-offer'
import { defaultLimits } from '../../src/core/spending/limits'
import type { Address } from '../../src/core/hex'
import { price, times } from './money'
import { parameters, personas, type Persona } from './parameters'
import { day, hour, second, start, type Payment } from './payment'
import type { Random } from './random'
import { Market, payeeAt, pieceAt, type Seller } from './sellers'

/** A standing consent, as the wallet offers it (core/spending/allowance-offer). Sums are atomic units. */
export interface Allowed {
  readonly payTo: Address
  readonly perPayment: bigint
  readonly perDay: bigint
  readonly since: number
  readonly until: number
}

/** A simulated reader's life: what they pay, in order, and the consents that stand. */
export interface Reader {
  readonly persona: string
  readonly payments: readonly Payment[]
  readonly allowances: ReadonlyMap<string, readonly Allowed[]>
}

type Traits = Readonly<Record<(typeof traits)[number], number>>

/** @param wider how much further than `personas` this reader may differ from others; 1 for training */
export function reader(random: Random, wider: number): Reader {
  const persona = choose(random)
  return new Life(persona, traitsOf(persona, random, wider), random, new Market(random.fork(1), wider)).live()
}

function choose(random: Random): Persona {
  let left = random.unit() * personas.reduce((sum, { weight }) => sum + weight, 0)
  return personas.find(({ weight }) => (left -= weight) < 0) ?? random.pick(personas)
}

const traits = ['sessions', 'length', 'gap', 'favourites', 'discovers', 'stays', 'tips', 'passes', 'allows', 'metered'] as const satisfies readonly (keyof Persona)[]
const chances: ReadonlySet<keyof Persona> = new Set(['discovers', 'stays', 'tips', 'passes', 'allows', 'metered'])

function traitsOf(persona: Persona, random: Random, wider: number): Traits {
  const drawn = traits.map((trait) => {
    const [low, high] = persona[trait]
    const value = random.between(low / wider, high * wider)
    return [trait, chances.has(trait) ? Math.min(1, value) : value] as const
  })
  return Object.fromEntries(drawn) as Traits
}

class Life {
  readonly #persona: Persona
  readonly #traits: Traits
  readonly #random: Random
  readonly #market: Market
  readonly #favourites: Seller[]
  readonly #payments: Payment[] = []
  readonly #allowances = new Map<string, Allowed[]>()
  readonly #counts = new Map<string, number>()
  readonly #dearest = new Map<string, bigint>()
  readonly #decided = new Map<string, boolean>()
  /** Hours at which the reader gets up and goes to bed. */
  readonly #awake: readonly [number, number]

  constructor(persona: Persona, traits: Traits, random: Random, market: Market) {
    this.#persona = persona
    this.#traits = traits
    this.#random = random
    this.#market = market
    this.#awake = [random.between(5, 9), random.between(21, 24)]
    this.#favourites = Array.from({ length: Math.max(1, Math.round(traits.favourites)) }, () => market.seller(random.chance(traits.metered)))
  }

  live(): Reader {
    for (let today = 0; today < parameters.days.value; today += 1) {
      const sessions = this.#random.poisson(this.#traits.sessions)
      const times = Array.from({ length: sessions }, () => start + today * day + this.#random.between(...this.#awake) * hour)
      for (const at of times.sort((one, other) => one - other)) this.#session(Math.round(at))
    }
    this.#payments.sort((one, other) => one.at - other.at)
    return { persona: this.#persona.name, payments: this.#payments, allowances: this.#allowances }
  }

  #session(from: number): void {
    const { length, gap, stays, discovers } = this.#traits
    const count = 1 + this.#random.poisson(Math.max(0, length - 1))
    let at = from
    let seller = this.#favourite()
    for (let index = 0; index < count; index += 1) {
      if (!this.#random.chance(stays)) seller = this.#favourite()
      const met = this.#random.chance(discovers) ? this.#discover() : seller
      this.#pay(met, at)
      const pace = met.metered ? gap : Math.max(gap, parameters.reading.value)
      at += Math.round(Math.max(2 * second, this.#random.logNormal(pace, 0.7) * second))
    }
  }

  /** The first of the list most, as people do (Zipf). */
  #favourite(): Seller {
    const weights = this.#favourites.map((_, index) => 1 / (index + 1))
    let left = this.#random.unit() * weights.reduce((sum, one) => sum + one, 0)
    return this.#favourites.find((_, index) => (left -= weights[index] ?? 0) < 0) ?? this.#random.pick(this.#favourites)
  }

  /** One in five that are met is come back to. */
  #discover(): Seller {
    const seller = this.#market.seller(this.#random.chance(this.#traits.metered / 2))
    if (this.#random.chance(0.2)) this.#favourites.push(seller)
    return seller
  }

  #pay(seller: Seller, at: number): void {
    const random = this.#random
    const kind = random.chance(this.#traits.tips) ? 'tip' : !seller.metered && random.chance(this.#traits.passes) ? 'pass' : 'article'
    const amount = this.#amount(seller, at, kind)
    const payTo = payeeAt(seller, at)
    const asked = kind !== 'article' || !this.#isAllowed(seller.site, payTo, amount, at)
    this.#payments.push({ at, site: seller.site, payTo, amount, asked, kind, title: this.#name(seller, kind), ...(kind === 'pass' && { isAlone: seller.passAlone }), ...(seller.comesByItself && { isUnopened: true }) })
    if (kind !== 'article') return
    this.#counts.set(seller.site, (this.#counts.get(seller.site) ?? 0) + 1)
    const dearest = this.#dearest.get(seller.site) ?? 0n
    this.#dearest.set(seller.site, amount > dearest ? amount : dearest)
    this.#considerAllowing(seller, payTo, at)
  }

  #name({ site, oneName }: Seller, kind: Payment['kind']): number | null {
    if (kind !== 'article') return null
    const last = this.#payments.findLast((one) => one.site === site && one.kind === 'article')
    return oneName ?? (last !== undefined && this.#random.chance(parameters.rereads.value) ? last.title : this.#random.bits())
  }

  #amount(seller: Seller, at: number, kind: Payment['kind']): bigint {
    if (kind === 'tip') return price(this.#random.pick(parameters.tips.value))
    if (kind === 'article') return pieceAt(seller, at, this.#random)
    const pass = times(seller.base, seller.passFactor)
    return pass < defaultLimits.payment ? pass : defaultLimits.payment
  }

  #isAllowed(site: string, payTo: Address, amount: bigint, at: number): boolean {
    const allowed = this.#allowances.get(site)?.findLast(({ since, until }) => at > since && at < until)
    if (allowed === undefined || allowed.payTo !== payTo || amount > allowed.perPayment) return false
    const today = Math.floor(at / day)
    const spent = this.#payments.filter((one) => one.site === site && !one.asked && Math.floor(one.at / day) === today).reduce((sum, one) => sum + one.amount, 0n)
    return spent + amount <= allowed.perDay
  }

  /** The wallet offers an allowance after the second purchase; whoever wants one takes what it suggests. */
  #considerAllowing({ site }: Seller, payTo: Address, at: number): void {
    if ((this.#counts.get(site) ?? 0) < 2) return
    const given = this.#allowances.get(site) ?? []
    if (given.some(({ until }) => until > at)) return
    if (!this.#decided.has(site)) this.#decided.set(site, this.#random.chance(this.#traits.allows))
    if (this.#decided.get(site) !== true || (given.length > 0 && !this.#random.chance(parameters.renews.value))) return
    const perPayment = paymentSteps.find((step) => step >= (this.#dearest.get(site) ?? 0n))
    if (perPayment === undefined) return
    const perDay = daySteps.find((step) => step >= perPayment * 5n) ?? daySteps.at(-1) ?? 0n
    this.#allowances.set(site, [...given, { payTo, perPayment, perDay, since: at, until: at + this.#random.pick(termsInDays) * day }])
  }
}
