import type { ChainFault } from '../../core/chain/faults'
import type { LoggedTransfer } from '../../core/chain/queries'
import { matchRefunds, refundOf } from '../../core/dispute/refund-match'
import type { Address, Bytes32 } from '../../core/hex'
import type { Purchase, Refund } from '../../core/purchase/purchase'
import { isSameTransfer } from '../../core/purchase/refunds'
import { err, ok, type Result } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { Input, OwnMessageType, Output } from '../../messaging/contract'
import type { Refusal } from '../../messaging/router'
import type { SessionEvent } from '../../messaging/views'
import type { Books, OpenBooks } from '../books'
import type { ChainReader } from '../chain/chain-reader'
import type { NumberUse, RefundNumber, RefundReader } from '../chain/refund-reader'
import type { PricedSettings } from '../display'
import { locked } from '../locked'
import { candidateKey, refundLookView } from './refund-view'

type Answer<K extends OwnMessageType> = Promise<Result<Output<K>, Refusal>>

/** A number that was made for a dispute: whatever moves by it is the refund of this payment and of no other. */
export interface DisputedNumber extends RefundNumber {
  readonly payment: string
}

/** A transfer that may be a refund, and its block's time in milliseconds since 1970. */
export type RefundCandidate = LoggedTransfer & { readonly at: number }

/** What the chain shows of money that came back for a purchase. */
export interface RefundCheck {
  /** As it is written down by now. */
  readonly purchase: Purchase
  /** What was written down just now. */
  readonly found: readonly Refund[]
  /** The newest first. */
  readonly candidates: readonly RefundCandidate[]
  readonly numbers: readonly NumberUse[]
  /** False where the endpoint looks back less far than would be needed. */
  readonly isWhole: boolean
}

/** 'not-paid': nothing was charged, so nothing can come back. */
export type RefundFault = ChainFault | 'locked' | 'unknown' | 'not-paid'

/** The most candidates that the reader is asked about at once. */
const mostAsked = 20

export interface RefundMeans {
  readonly open: OpenBooks
  readonly chain: Pick<ChainReader, 'paidBy' | 'findPayment'>
  readonly reader: Pick<RefundReader, 'cameBack' | 'numberBehind' | 'timeOf'>
  /** The numbers of all disputes there are, by the accounts that were named when it was paid. */
  readonly disputed: () => Promise<readonly DisputedNumber[]>
  /** Accounts that the seller of a purchase says today that it pays back from. */
  readonly signers: (purchase: Purchase) => Promise<readonly Address[]>
  readonly settings: () => Promise<PricedSettings>
  readonly changed: (topic: SessionEvent['topic']) => void
}

/** Money that comes back, as the chain tells of it. What sellers say of refunds is never written down. */
export class RefundsDesk {
  readonly #means: RefundMeans

  constructor(means: RefundMeans) {
    this.#means = means
  }

  async look(payment: string): Answer<'refunds.look'> {
    const books = await this.#means.open()
    const purchase = await books?.purchases.get(payment)
    if (books === null) return locked()
    if (purchase === undefined || purchase === null) return refused(words.refunds.unknown)
    return this.#told(await this.check(purchase))
  }

  /** A yes counts only for what the chain shows to be possible at this moment; a no is remembered, and not asked again. */
  async answer({ payment, candidate: key, isIt }: Input<'refunds.answer'>): Answer<'refunds.answer'> {
    const books = await this.#means.open()
    const purchase = await books?.purchases.get(payment)
    if (books === null) return locked()
    if (purchase === undefined || purchase === null) return refused(words.refunds.unknown)
    const checked = await this.check(purchase)
    if (!checked.ok) return this.#told(checked)
    const candidate = checked.value.candidates.find((one) => candidateKey(one) === key)
    if (candidate === undefined) return refused(words.refunds.gone)
    if (!isIt) await books.purchases.notRefunds.deny(purchase.id, candidate)
    else if (!(await this.#write(books, purchase.id, refundOf(candidate, 'reader'), candidate.at))) return refused(words.refunds.gone)
    this.#tell()
    const after = await books.purchases.get(payment)
    const candidates = checked.value.candidates.filter((one) => candidateKey(one) !== key)
    return this.#told(ok({ ...checked.value, purchase: after ?? checked.value.purchase, candidates }))
  }

  /** Reads the chain, writes down what is a refund for certain, and tells what may be one. */
  async check(purchase: Purchase): Promise<Result<RefundCheck, RefundFault>> {
    const books = await this.#means.open()
    if (books === null) return err('locked')
    if (purchase.settlement === null) return err('not-paid')
    const { network, payer, payTo } = purchase.terms
    const disputed = await this.#means.disputed()
    const own = disputed.filter(({ payment }) => payment === purchase.id)
    const signers = [...new Set([payTo, ...own.map(({ authorizer }) => authorizer)])]
    // Where it pays back from may be said elsewhere than at the payment, or later: a number tells whoever has moved it.
    const namedSince = (await this.#means.signers(purchase)).filter((account) => !signers.includes(account))
    const senders = [...signers, ...namedSince]
    const numbers = eachOnce([...own, ...own.flatMap((number) => namedSince.map((authorizer) => ({ ...number, authorizer })))])
    const settledIn = await this.#blockOf(purchase)
    const seen = await this.#means.reader.cameBack({ network, payer, senders, since: settledIn, numbers })
    if (!seen.ok) return seen
    const numbered = seen.value.numbers.flatMap((use) => (use.state === 'moved' ? [use.transfer] : []))
    const elsewhere = disputed.filter(({ payment }) => payment !== purchase.id).map(({ nonce }) => nonce)
    const taken = await this.#takenOf(books, purchase, [...numbered, ...seen.value.transfers], numbered, elsewhere)
    const denied = await books.purchases.notRefunds.of(purchase.id)
    const match = matchRefunds(purchase, {
      settledIn,
      signers,
      namedSince,
      numbered,
      transfers: seen.value.transfers,
      isTaken: (transfer) => taken.has(candidateKey(transfer)),
      isDenied: (transfer) => denied.some((one) => isSameTransfer(one, transfer)),
      others: await othersPaid(books, purchase, senders, seen.value.transfers),
    })
    const found = await this.#writeAll(books, purchase, match.certain)
    const candidates = await this.#dated(purchase, match.ambiguous.slice(-mostAsked).toReversed())
    const after = (await books.purchases.get(purchase.id)) ?? purchase
    return ok({ purchase: after, found, candidates, numbers: seen.value.numbers, isWhole: seen.value.isWhole })
  }

  async #blockOf({ settlement, terms: { network, payer, nonce } }: Purchase): Promise<bigint | null> {
    const transaction = settlement?.transaction ?? null
    const paid = transaction === null ? await this.#means.chain.findPayment(network, payer, nonce) : await this.#means.chain.paidBy(network, payer, nonce, transaction)
    return paid?.block ?? null
  }

  /**
   * What counts for a purchase already, or was moved by a number that was made for another. What cannot be told now is left for
   * another time.
   */
  async #takenOf(books: Books, { terms: { network, payer } }: Purchase, transfers: readonly LoggedTransfer[], numbered: readonly LoggedTransfer[], elsewhere: readonly Bytes32[]): Promise<ReadonlySet<string>> {
    const taken = new Set<string>()
    for (const transfer of transfers) {
      const isOwn = numbered.some((one) => isSameTransfer(one, transfer))
      const behind = isOwn || elsewhere.length === 0 ? null : await this.#means.reader.numberBehind(network, payer, transfer)
      const isElsewhere = behind === undefined || (behind !== null && elsewhere.includes(behind))
      if (isElsewhere || (await books.purchases.refunds.isCounted({ ...transfer, network }))) taken.add(candidateKey(transfer))
    }
    return taken
  }

  /** What could be written down. Of two looks at once, one writes. */
  async #writeAll(books: Books, purchase: Purchase, refunds: readonly Refund[]): Promise<readonly Refund[]> {
    const { network, payer } = purchase.terms
    const written: Refund[] = []
    for (const refund of refunds) {
      const at = await this.#means.reader.timeOf(network, payer, refund.block)
      if (at !== null && (await this.#write(books, purchase.id, refund, at))) written.push(refund)
    }
    if (written.length > 0) this.#tell()
    return written
  }

  async #write({ purchases }: Books, id: string, refund: Refund, at: number): Promise<boolean> {
    return (await purchases.append(id, { type: 'refunded', at, refund })).ok
  }

  async #dated({ terms: { network, payer } }: Purchase, transfers: readonly LoggedTransfer[]): Promise<readonly RefundCandidate[]> {
    const times = await Promise.all(transfers.map(({ block }) => this.#means.reader.timeOf(network, payer, block)))
    return transfers.flatMap((transfer, place) => {
      const at = times[place] ?? null
      return at === null ? [] : [{ ...transfer, at }]
    })
  }

  #tell(): void {
    for (const topic of ['payments', 'disputes'] as const) this.#means.changed(topic)
  }

  async #told(checked: Result<RefundCheck, RefundFault>): Answer<'refunds.look'> {
    if (checked.ok) return ok(refundLookView(checked.value, await this.#means.settings()))
    switch (checked.error) {
      case 'locked':
        return locked()
      case 'not-paid':
        return refused(words.refunds.notPaid)
      case 'unknown':
        return refused(words.refunds.unknown)
      default:
        return refused(words.refunds.notSeen[checked.error])
    }
  }
}

const refused = (sentence: string): Result<never, Refusal> => err({ code: 'refused', sentence })

const eachOnce = (numbers: readonly RefundNumber[]): readonly RefundNumber[] =>
  numbers.filter((one, at) => numbers.findIndex(({ authorizer, nonce }) => authorizer === one.authorizer && nonce === one.nonce) === at)

/** Other purchases that something of this could be for. None are read where nothing came. */
async function othersPaid({ history, purchases }: Books, { id, terms }: Purchase, senders: readonly Address[], transfers: readonly LoggedTransfer[]): Promise<readonly Purchase[]> {
  if (transfers.length === 0) return []
  const least = transfers.reduce((smallest, { amount }) => (amount < smallest ? amount : smallest), terms.amount)
  const entries = (await history.entries()).filter((entry) => entry.id !== id && entry.network === terms.network && entry.asset === terms.asset && senders.includes(entry.payTo) && entry.amount >= least)
  const read = await Promise.all(entries.map((entry) => purchases.get(entry.id)))
  return read.filter((purchase) => purchase !== null)
}
