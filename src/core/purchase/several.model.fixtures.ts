import fc from 'fast-check'
import type { TransferAuthorization } from '../authorization/transfer'
import type { Bytes32, Hex } from '../hex'
import { nextCounter } from './identity'
import { applyEvent, isLive } from './machine'
import { start, terms, transaction } from './machine.fixtures'
import { every, termsOf, type History } from './machine.model.fixtures'
import type { Purchase, PurchaseEvent, PurchaseTerms } from './purchase'
import { anyTold, eventFor, type Told } from './told.model.fixtures'

/** One purchase and what happened to it. */
export interface Life {
  readonly id: string
  readonly resource: string
  history: History
  purchase: Purchase
}

/** A wallet that buys some articles again and again, and the token that pays for them. */
export interface World {
  /** Time on the chain, in seconds since `start`. It only grows; the wallet's own clock may say anything. */
  seconds: number
  /** What the token has moved, by nonce: it takes each once (EIP-3009). */
  readonly moved: Map<Bytes32, TransferAuthorization>
  /** What the wallet knows of, oldest first. */
  readonly lives: Life[]
  /** What it knew of before it was brought back from its words. */
  readonly forgotten: Life[]
}
export type NonceOf = (identity: Pick<PurchaseTerms, 'network' | 'asset' | 'resource' | 'counter'>) => Bytes32
type Move = fc.Command<World, NonceOf>

export const emptyWorld = (): World => ({ seconds: 0, moved: new Map(), lives: [], forgotten: [] })
export const livesOf = (world: World, resource: string): readonly Life[] => world.lives.filter((life) => life.resource === resource)

/** The terms under which the next purchase of a resource would be made, as a quote makes them. */
export function nextTerms(world: World, resource: string, nonceOf: NonceOf, change: Partial<PurchaseTerms> = {}): PurchaseTerms {
  const { network, asset } = terms
  const counter = nextCounter(livesOf(world, resource).map(({ purchase }) => purchase))
  return { ...terms, ...change, resource, counter, nonce: nonceOf({ network, asset, resource, counter }) }
}

export function happen(life: Life, event: PurchaseEvent): void {
  const result = applyEvent(life.purchase, event, life.id)
  if (!result.ok) return
  life.history = [...life.history, event]
  life.purchase = result.value
}

/**
 * Begins a purchase, perhaps at another price and for another payee than before. Beside a live one of the same thing nothing
 * is begun. Where the chain has seen the nonce and the wallet has not, the purchase is known again instead.
 */
export class Begin implements Move {
  constructor(
    readonly resource: string,
    readonly change: Pick<PurchaseTerms, 'amount' | 'payTo'>,
    readonly at: number,
  ) {}

  check = (world: World): boolean => !livesOf(world, this.resource).some(({ purchase }) => isLive(purchase))
  toString = (): string => `begin ${this.resource} ${fc.stringify(this.change)}`

  run(world: World, nonceOf: NonceOf): void {
    const id = `p${world.lives.length + 1}`
    const terms = nextTerms(world, this.resource, nonceOf, this.change)
    const seen = world.moved.get(terms.nonce)
    const isNew = seen === undefined || livesOf(world, this.resource).some(({ purchase }) => purchase.terms.nonce === terms.nonce && purchase.state !== 'void')
    const known = { ...terms, amount: seen?.value ?? 0n, payTo: seen?.to ?? terms.payTo }
    const event: PurchaseEvent = isNew ? { type: 'quoted', at: this.at, terms } : { type: 'recognised', at: this.at, terms: known, transaction }
    const first = applyEvent(null, event, id)
    if (!first.ok) throw new Error('anything can be quoted or recognised')
    const life = { id, resource: this.resource, history: [event], purchase: first.value }
    happen(life, { type: 'reserved', at: this.at })
    world.lives.push(life)
  }
}

/** The straight way from the yes to the signature under way, for the live purchase of a resource. */
export class Send implements Move {
  constructor(readonly resource: string) {}

  check = (world: World): boolean => livesOf(world, this.resource).some(({ purchase }) => isLive(purchase))
  toString = (): string => `send ${this.resource}`

  run(world: World): void {
    for (const life of livesOf(world, this.resource).filter(({ purchase }) => isLive(purchase))) {
      const at = start + world.seconds * 1000
      const signed = { type: 'signed', at, altered: 'nothing', validBefore: BigInt(start / 1000 + world.seconds + 60) } as const
      happen(life, eventFor(signed, termsOf(life.history)))
      happen(life, { type: 'sent', at })
    }
  }
}

/** Something happens to one of the purchases. */
class Tell implements Move {
  constructor(
    readonly which: number,
    readonly told: Told,
  ) {}

  check(world: World): boolean {
    const life = pick(world.lives, this.which)
    return life !== undefined
  }
  toString = (): string => `tell ${this.which} ${fc.stringify(this.told)}`

  run(world: World): void {
    const life = pick(world.lives, this.which)
    if (life === undefined) return
    // Signatures end some time after now: their ends are given as if now was the start.
    const told = this.told.type === 'signed' ? { ...this.told, validBefore: this.told.validBefore + BigInt(world.seconds) } : this.told
    happen(life, eventFor(told, termsOf(life.history)))
  }
}

/** Somebody brings one of the signatures that were ever made to the token. */
class Charge implements Move {
  constructor(readonly which: number) {}

  check = (world: World): boolean => allSignatures(world).length > 0
  toString = (): string => `charge ${this.which}`

  run(world: World): void {
    const brought = pick(allSignatures(world), this.which)
    const inTime = brought !== undefined && start / 1000 + world.seconds < Number(brought.validBefore)
    if (inTime && !world.moved.has(brought.nonce)) world.moved.set(brought.nonce, brought)
  }
}

/** The wallet reads the chain about one purchase; whether it also finds the transaction is luck. */
class Look implements Move {
  constructor(
    readonly which: number,
    readonly named: Hex | null,
  ) {}

  check = (world: World): boolean => world.lives.length > 0
  toString = (): string => `look ${this.which} ${this.named ?? ''}`

  run(world: World): void {
    const life = pick(world.lives, this.which)
    if (life !== undefined) look(world, life, this.named)
  }
}

/** Asks the chain about a purchase, if it is live: a void one may share its nonce with a later one, whose settlement is not its own. */
export function look(world: World, life: Life, transaction: Hex | null): void {
  if (!isLive(life.purchase)) return
  const used = life.purchase.signed !== null && world.moved.has(life.purchase.terms.nonce)
  const at = start + world.seconds * 1000
  happen(life, used ? { type: 'settled', at, transaction } : { type: 'expired', at })
}

/** The profile is gone, and the wallet is brought back from its words: it knows of nothing, and its signatures are still out there. */
class Forget implements Move {
  check = (world: World): boolean => world.lives.length > 0
  toString = (): string => 'forget'
  run(world: World): void {
    world.forgotten.push(...world.lives.splice(0))
  }
}

class Wait implements Move {
  constructor(readonly seconds: number) {}
  check = (): boolean => true
  toString = (): string => `wait ${this.seconds}`
  run(world: World): void {
    world.seconds += this.seconds
  }
}

/** Counted from the newest. */
const pick = <T>(from: readonly T[], which: number): T | undefined => from.at(-1 - (which % from.length))
export const signaturesIn = (lives: readonly Life[]): readonly TransferAuthorization[] =>
  lives.flatMap(({ history }) => every(history, 'signed').map(({ authorization }) => authorization))

const allSignatures = ({ lives, forgotten }: World): readonly TransferAuthorization[] => signaturesIn([...forgotten, ...lives])

export const articles: readonly string[] = ['https://news.example/wren', 'https://news.example/robin']

/**
 * What may befall a wallet. 'lying': the chain is said to hold anything; otherwise only looking at it says what it holds.
 * 'forgetful': read truthfully, by a wallet that is now and then brought back from its words.
 */
export type Circumstances = 'lying' | 'truthful' | 'forgetful'

export function anyMoves(circumstances: Circumstances): fc.Arbitrary<Iterable<Move>> {
  const which = fc.oneof(fc.constant(0), fc.constant(0), fc.nat(11))
  const change = fc.record({ amount: fc.constantFrom(terms.amount, 70_000n), payTo: fc.constantFrom(terms.payTo, terms.asset) })
  const told = circumstances === 'lying' ? anyTold() : anyTold(['quoted', 'reserved', 'signed', 'sent', 'answered', 'interrupted', 'delivered'])
  const article = fc.constantFrom(...articles)
  const begin = fc.tuple(article, change, fc.integer({ min: start - 9_000, max: start + 9_000 })).map((given) => new Begin(...given))
  const tell = fc.tuple(which, told).map((given) => new Tell(...given))
  const charge = which.map((given) => new Charge(given))
  const look = fc.tuple(which, fc.constantFrom(null, transaction)).map((given) => new Look(...given))
  const deliver = which.map((given) => new Tell(given, { type: 'delivered', at: start }))
  const moves = [
    begin, article.map((given) => new Send(given)), charge, look, deliver, tell, tell,
    fc.constantFrom(0, 29, 30, 31, 60, 400).map((given) => new Wait(given)),
    ...(circumstances === 'forgetful' ? [fc.constant(new Forget())] : []),
  ]
  return fc.commands<World, NonceOf>(moves, { maxCommands: 80, size: 'max' })
}
