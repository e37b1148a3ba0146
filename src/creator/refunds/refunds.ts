import { refundNonceOf } from '../../core/dispute/identity'
import type { Address, Bytes32, Hex } from '../../core/hex'
import type { RefundTerms } from '../options'
import type { RefundableSale, RefundBooks, RefundCase, Sending } from '../state/refunds'
import type { Chain, Expected } from '../till/chain'
import { accountOf, send, validity, type Purse } from './pay-back'
import { isFromPayer, type Asked } from './request'

/** Reasons to say no (x402, refund extension). */
export const denials = ['outside_window', 'not_payer', 'already_refunded', 'amount_exceeds_settled', 'policy_denied', 'unknown_payment'] as const
export type Denial = (typeof denials)[number]

/** What a reader is answered. */
export interface Answer {
  readonly status: 'executed' | 'pending' | 'denied'
  /** Atomic units that were paid back. */
  readonly amount?: string
  readonly refundTxHash?: Hex
  readonly denialReason?: string
  readonly note?: string
  readonly disputeId?: Bytes32
}

/** 'other': another request came under this key, or about this dispute. 'closed': there is nothing to be said to, or it was said. */
export type Refusal = 'other' | 'closed' | 'unknown'

/**
 * What came of paying back.
 * - paid: the chain shows it
 * - under-way: it was sent, and is not on the chain yet; or somebody else is just sending it
 * - lapsed: it did not arrive, and no longer can
 * - poor: the account holds less than this, and nothing was sent
 * - spent: the number of this dispute was used past these books, and nothing can be sent with it
 * - wrong: no request that is open, or no amount that can be paid back for it
 * - unreachable: the chain does not answer, and nothing was sent
 * - no-key: this shop signs no payments
 */
export type PaidBack = 'paid' | 'under-way' | 'lapsed' | 'poor' | 'spent' | 'wrong' | 'unreachable' | 'no-key'

export interface RefundsOptions {
  readonly books: RefundBooks
  readonly terms: RefundTerms
  readonly chain: Chain
  /** Null where the seller pays back by other ways. */
  readonly purse: Purse | null
}

/** Milliseconds in which nobody else sends, or looks for, what somebody sends. Longer than a payment service has. */
const ownTime = 30_000
/** Milliseconds after the end of a signed refund, by the chain's own clock, before it is believed that it can no longer arrive. */
const margin = 30_000

/** Where readers ask for their money back. People answer; what the rules say is answered at once. */
export class Refunds {
  readonly #options: RefundsOptions

  constructor(options: RefundsOptions) {
    this.#options = options
  }

  get terms(): RefundTerms {
    return this.#options.terms
  }

  get books(): RefundBooks {
    return this.#options.books
  }

  get canPay(): boolean {
    return this.#options.purse !== null
  }

  /**
   * Takes a request. The same one again, by its key, is no second one. Requests of others than those who have paid are answered and
   * not kept, so that nobody fills these books for nothing.
   */
  async take(asked: Asked, isReminder: boolean): Promise<Answer | Refusal> {
    const { books } = this.#options
    const { request, signature } = asked
    const known = await books.find(request.idempotencyKey)
    if (known !== null) return this.#takeAgain(known, signature, isReminder)
    if (!(await isFromPayer(asked))) return { status: 'denied', denialReason: 'not_payer' }
    const sale = await this.#saleOf(asked)
    if (typeof sale === 'string') return { status: 'denied', denialReason: sale, disputeId: request.disputeId }
    const at = Date.now()
    const isAdded = await books.add(sale.id, { ...asked, isReminder, at }, (left) => this.#denial(request.amount, sale, left, at))
    // Another copy may have come while this one was checked.
    const one = await books.find(request.idempotencyKey)
    if (one === null) return 'other'
    return isAdded ? answerOf(one) : this.#takeAgain(one, signature, isReminder)
  }

  /** How it stands. What is under way is looked for. */
  async look(key: string): Promise<Answer | Refusal> {
    await this.settle(key)
    const one = await this.books.find(key)
    return one === null ? 'unknown' : answerOf(one)
  }

  /** Takes what a reader says to a no: once, and the same words again are no second time. */
  async counter(key: string, words: string, signature: Hex): Promise<Answer | Refusal> {
    const { books } = this.#options
    const known = await books.find(key)
    if (known === null) return 'unknown'
    if (known.signature !== signature) return 'other'
    await books.counter(key, words, Date.now())
    const one = await books.find(key)
    if (one === null) return 'unknown'
    return one.counter === words ? answerOf(one) : 'closed'
  }

  /** @param note up to 500 characters; empty for none @returns false where there is nothing to be declined (any more) */
  decline(key: string, denial: Denial, note: string): Promise<boolean> {
    return this.books.decline(key, denial, note, Date.now())
  }

  /**
   * Pays back. What is about to be sent is written down first; what became of it the chain says, and nobody else. While that is not
   * known the same can be sent again, and nothing else: the token takes the nonce of a dispute once.
   * @param amount atomic units; what is under way where something is
   */
  async accept(key: string, amount: bigint): Promise<PaidBack> {
    const { books, purse } = this.#options
    const one = await books.find(key)
    if (one === null || (one.state !== 'open' && one.state !== 'paying')) return 'wrong'
    if (purse === null) return 'no-key'
    if (amount <= 0n || amount > (await books.mostOf(one)) || (one.sending !== null && one.sending.amount !== amount)) return 'wrong'
    const from = accountOf(purse)
    const hindrance = await this.#hindrance(one, from, amount)
    if (hindrance !== null) return hindrance
    const at = Date.now()
    const validBefore = at + validity * 1000
    if (!(await books.claim(key, one.sale.id, { amount, from, validBefore }, at, at + ownTime))) return 'under-way'
    await send(purse, { to: one.refundTo, amount, nonce: refundNonceOf(one.dispute), validBefore })
    await this.#resolve(key)
    await books.leave(key, Date.now())
    return outcomeOf(await books.find(key))
  }

  /** Finds out what became of a refund that is under way, unless somebody does. */
  async settle(key: string): Promise<void> {
    const at = Date.now()
    if (await this.books.watch(key, at, at + ownTime / 2)) await this.#resolve(key)
  }

  /** The same for all of them: when a shop opens, and when its seller looks. */
  async settleAll(): Promise<void> {
    for (const key of await this.books.underWay()) await this.settle(key)
  }

  async #takeAgain(known: RefundCase, signature: Hex, isReminder: boolean): Promise<Answer | Refusal> {
    if (known.signature !== signature) return 'other'
    await this.books.again(known.key, isReminder)
    return this.look(known.key)
  }

  /** What a request is about, or why it is about nothing here. */
  async #saleOf({ request }: Asked): Promise<RefundableSale | Denial> {
    const sale = await this.books.saleOf(request)
    if (sale === null) return 'unknown_payment'
    if (sale === 'other') return 'not_payer'
    const isIt = sale.asset === request.asset && sale.payTo === request.payTo && (request.transaction === '' || request.transaction === sale.transaction)
    return isIt ? sale : 'unknown_payment'
  }

  #denial(asked: bigint, sale: RefundableSale, left: bigint, at: number): Denial | null {
    if (at > sale.settledAt + this.terms.windowSeconds * 1000) return 'outside_window'
    if (left <= 0n) return 'already_refunded'
    return asked > left ? 'amount_exceeds_settled' : null
  }

  /** Why nothing can be sent now; null where it can, or where it may have been. */
  async #hindrance({ sale, dispute, sending }: RefundCase, from: Address, amount: bigint): Promise<'unreachable' | 'poor' | 'spent' | null> {
    const { chain } = this.#options
    if (sending !== null) return null
    const [isUsed, balance] = await Promise.all([chain.isUsed({ ...sale, payer: from, nonce: refundNonceOf(dispute) }), chain.balanceOf(from)])
    if (isUsed === null || balance === null) return 'unreachable'
    return isUsed ? 'spent' : balance < amount ? 'poor' : null
  }

  /** Where the chain does not answer it stays as it is. */
  async #resolve(key: string): Promise<void> {
    const { books, chain } = this.#options
    const one = await books.find(key)
    if (one === null || one.sending === null) return
    const { amount, validBefore } = one.sending
    // In this order: what is unused after its time stays unused.
    const time = await chain.time()
    const fate = await chain.fateOf(expectedOf(one, one.sending))
    if (fate === null || time === null) return
    if (fate.state === 'paid') await books.paid(key, amount, fate.transaction, Date.now())
    else if (fate.state === 'spent' || Number(time) * 1000 > validBefore + margin) await books.lapsed(key, validBefore)
  }
}

const expectedOf = ({ sale, dispute, refundTo }: RefundCase, { amount, from, since, validBefore }: Sending): Expected => ({
  network: sale.network,
  asset: sale.asset,
  payer: from,
  nonce: refundNonceOf(dispute),
  payTo: refundTo,
  amount,
  createdAt: since,
  validBefore,
})

function outcomeOf(one: RefundCase | null): PaidBack {
  switch (one?.state) {
    case 'paid':
      return 'paid'
    case 'paying':
      return 'under-way'
    case 'open':
      return 'lapsed'
    case 'denied':
    case undefined:
      return 'wrong'
  }
}

/** What its reader is told of a request. */
export function answerOf({ dispute: disputeId, state, paid, transaction, denial, note }: RefundCase): Answer {
  switch (state) {
    case 'open':
    case 'paying':
      return { status: 'pending', disputeId }
    case 'paid':
      return { status: 'executed', disputeId, ...(paid !== null && { amount: paid.toString() }), ...(transaction !== null && { refundTxHash: transaction }) }
    case 'denied':
      return { status: 'denied', disputeId, ...(denial !== null && { denialReason: denial }), ...(note !== '' && { note }) }
  }
}
