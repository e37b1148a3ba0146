import { allows, every, heldBack, isPaid, purchaseOf, stateOf, termsOf, type History } from '../core/purchase/machine.model.fixtures'
import { start, terms, transaction } from '../core/purchase/machine.fixtures'
import type { NetworkId } from '../core/networks/networks'
import type { Purchase, PurchaseTerms, Refund } from '../core/purchase/purchase'
import { eventFor, type Told } from '../core/purchase/told.model.fixtures'
import { err, ok, type Result } from '../core/result'
import type { AppendFault, ReserveFault } from './purchase-shapes'
import type { PurchaseRepository } from './purchases'

/** A purchase as it ought to be on the disk. */
export interface Kept {
  readonly id: string
  readonly tag: string
  history: History
  /** What can still be read of it: the snapshot, and the journal. */
  snapshot: boolean
  journal: boolean
}

/** What ought to be on the disk, oldest first, and the largest balance ever given, by network. */
export interface Shelf {
  readonly kept: Kept[]
  readonly balances: Map<string, bigint>
}

/** 'known': what the chain tells of was written down before. */
export type Outcome = Result<Purchase, ReserveFault | AppendFault | 'known'> | 'rejected'

export const isOver = ({ history }: Kept): boolean => ['delivered', 'void'].includes(stateOf(history))
export const isReadable = ({ snapshot, journal }: Kept): boolean => snapshot || journal
export const asPurchase = ({ history, id }: Kept): Purchase => purchaseOf(history, id)
export const copyOf = (shelf: Shelf): Shelf => structuredClone(shelf)

/** Atomic units held back on a network, as far as anything can be read. */
export function held({ kept }: Shelf, network: string): bigint {
  const there = kept.filter((one) => isReadable(one) && termsOf(one.history).network === network)
  return there.reduce((sum, one) => sum + heldBack(one.history), 0n)
}

/** Atomic units that count against limits on a network: damage to a purchase takes nothing away from them. */
export function counting({ kept }: Shelf, network: string): bigint {
  const there = kept.filter(({ history }) => termsOf(history).network === network).map(({ history }) => history)
  return there.reduce((sum, history) => sum + heldBack(history) + (isPaid(history) ? termsOf(history).amount : 0n), 0n)
}

/** A purchase that nobody can read any more still counts what came back for it. */
const hasCounted = ({ history }: Kept, { transaction, logIndex }: Refund, network: string): boolean =>
  termsOf(history).network === network && every(history, 'refunded').some(({ refund }) => refund.transaction === transaction && refund.logIndex === logIndex)

/** Counted from the newest. */
export const pick = (shelf: Shelf, which: number): Kept | undefined => shelf.kept.at(-1 - (which % shelf.kept.length))

/** Something that is asked of the repository, and what ought to come of it. */
export interface Work {
  /** Does it. A rejected promise is an outcome too. */
  act(repository: PurchaseRepository, shelf: Shelf): Promise<Outcome>
  /** What must come of it; changes the shelf accordingly. */
  foresee(shelf: Shelf): Outcome
  /** True when it would bring a void purchase back to life beside a later one, or for more than the balance. */
  revives(shelf: Shelf): boolean
  toString(): string
}

const outcome = (promise: Promise<Outcome>): Promise<Outcome> => promise.catch(() => 'rejected')

/** What is bought, and under which id and terms. */
export interface Asked {
  readonly id: string
  readonly thing: string
  readonly amount: bigint
  readonly network: NetworkId
  readonly counter: number
}

const tagOf = ({ network, thing }: Asked): string => `${network} ${thing}`
const toldOf = ({ id, thing, amount, network, counter }: Asked): string => `${id}: ${thing} ${counter} at ${amount} on ${network}`

function termsFor({ thing, amount, network, counter }: Asked): PurchaseTerms {
  return { ...terms, amount, network, counter, resource: `https://news.example/${thing}`, nonce: `0x${String(counter).padStart(64, '0')}` }
}

function begin(shelf: Shelf, { id, tag, history }: Pick<Kept, 'id' | 'tag' | 'history'>): Outcome {
  if (shelf.kept.some((kept) => kept.id === id)) return 'rejected'
  const kept = { id, tag, history, snapshot: true, journal: true }
  shelf.kept.push(kept)
  return ok(asPurchase(kept))
}

export class Reserve implements Work {
  constructor(
    readonly asked: Asked,
    readonly balance: bigint,
  ) {}

  toString = (): string => `reserve ${toldOf(this.asked)} of ${this.balance}`
  revives = (): boolean => false

  act(repository: PurchaseRepository): Promise<Outcome> {
    const { id } = this.asked
    return outcome(repository.reserve({ id, terms: termsFor(this.asked), resourceTag: tagOf(this.asked), balance: this.balance, at: start }))
  }

  foresee(shelf: Shelf): Outcome {
    const { id } = this.asked
    const tag = tagOf(this.asked)
    const terms = termsFor(this.asked)
    const before = shelf.balances.get(terms.network) ?? 0n
    shelf.balances.set(terms.network, before > this.balance ? before : this.balance)
    const live = shelf.kept.find((kept) => kept.tag === tag && !isOver(kept))
    if (live !== undefined) return err({ code: 'already-live', id: live.id })
    const paid = shelf.kept.findLast((kept) => kept.tag === tag && isReadable(kept) && asPurchase(kept).settlement !== null && termsOf(kept.history).counter >= terms.counter)
    if (paid !== undefined) return err({ code: 'already-paid', id: paid.id })
    if (held(shelf, terms.network) + terms.amount > this.balance) return err({ code: 'not-enough' })
    return begin(shelf, { id, tag, history: [{ type: 'quoted', at: start, terms }, { type: 'reserved', at: start }] })
  }
}

/** The chain tells of a purchase. */
export class Recognise implements Work {
  constructor(readonly asked: Asked) {}

  toString = (): string => `recognise ${toldOf(this.asked)}`
  revives = (): boolean => false

  act(repository: PurchaseRepository): Promise<Outcome> {
    const { id } = this.asked
    const recognised = repository.recognise({ id, terms: termsFor(this.asked), resourceTag: tagOf(this.asked), transaction, at: start })
    return outcome(recognised.then((purchase) => (purchase === null ? err('known') : ok(purchase))))
  }

  foresee(shelf: Shelf): Outcome {
    const tag = tagOf(this.asked)
    const terms = termsFor(this.asked)
    if (shelf.kept.some((kept) => kept.tag === tag && isReadable(kept) && termsOf(kept.history).nonce === terms.nonce && stateOf(kept.history) !== 'void')) return err('known')
    return begin(shelf, { id: this.asked.id, tag, history: [{ type: 'recognised', at: start, terms, transaction }] })
  }
}

export class Append implements Work {
  constructor(
    readonly which: number,
    readonly told: Told,
  ) {}

  toString = (): string => `append to ${this.which} ${this.told.type} ${this.told.at - start}`

  act(repository: PurchaseRepository, shelf: Shelf): Promise<Outcome> {
    const kept = pick(shelf, this.which)
    return outcome(repository.append(kept?.id ?? 'nothing', eventFor(this.told, kept === undefined ? terms : termsOf(kept.history))))
  }

  foresee(shelf: Shelf): Outcome {
    const kept = pick(shelf, this.which)
    if (kept === undefined) return err('not-found')
    if (!isReadable(kept)) return err('damaged')
    const event = eventFor(this.told, termsOf(kept.history))
    if (!allows(kept.history, event)) return err('illegal-transition')
    if (event.type === 'refunded' && shelf.kept.some((other) => other !== kept && hasCounted(other, event.refund, termsOf(kept.history).network))) return err('counted')
    kept.history = [...kept.history, event]
    kept.snapshot = true
    return ok(asPurchase(kept))
  }

  revives(shelf: Shelf): boolean {
    const kept = pick(shelf, this.which)
    if (kept === undefined || stateOf(kept.history) !== 'void') return false
    const { network } = termsOf(kept.history)
    const after = copyOf(shelf)
    if (new Append(this.which, this.told).foresee(after) === 'rejected') return false
    const live = after.kept.filter((one) => one.tag === kept.tag && !isOver(one))
    return live.length > 1 || held(after, network) > (after.balances.get(network) ?? 0n)
  }
}
