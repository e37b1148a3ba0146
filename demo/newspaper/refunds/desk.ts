import type { Hex } from 'viem'
import { payBack, type Purse } from './pay-back'
import { isFromPayer, refundNonceOf, type Asked } from './request'
import type { Sale, Sales } from './sales'

/** Reasons to say no (x402, refund extension). */
export const denials = ['outside_window', 'not_payer', 'already_refunded', 'amount_exceeds_settled', 'policy_denied', 'unknown_payment'] as const
export type Denial = (typeof denials)[number]

/** What a reader is answered. */
export interface Answer {
  readonly status: 'executed' | 'pending' | 'denied'
  /** Atomic units that were paid back. */
  readonly amount?: string
  readonly refundTxHash?: string
  readonly denialReason?: Denial
  /** The paper's own words, up to 500 characters. */
  readonly note?: string
  readonly disputeId?: string
}

/** What the paper promises. */
export interface Terms {
  /** Seconds after the payment in which money may be asked back. */
  readonly windowSeconds: number
  readonly partialRefunds: boolean
}
export const usualTerms: Terms = { windowSeconds: 14 * 24 * 3600, partialRefunds: true }

/** One request and what became of it. */
export interface Case {
  readonly asked: Asked
  readonly sale: Sale
  /** Milliseconds since 1970. */
  readonly at: number
  /** The request as it arrived. */
  readonly body: string
  answer: Answer
  /** What the reader said to a no; null before that. */
  counter: string | null
  /** How often the request arrived, reminders included. */
  posts: number
  reminders: number
  /** What is being sent just now, in atomic units; 0 for nothing. */
  paying: bigint
}

/** 'other': another request came under this key. 'closed': there is nothing to be said to, or it was said. */
export type Refusal = 'other' | 'closed' | 'unknown'

const pending: Answer = { status: 'pending' }

/** Where readers ask a paper for their money back. People answer; what the rules say is answered at once. In memory only. */
export class RefundDesk {
  terms = usualTerms
  readonly #cases = new Map<string, Case>()
  readonly #purse: Purse
  readonly #sales: Sales

  constructor(purse: Purse, sales: Sales) {
    this.#purse = purse
    this.#sales = sales
  }

  /** Of the account that pays back where the takings do not. */
  get otherKey(): Hex | undefined {
    return this.#purse.otherKey
  }

  /** The newest first. */
  get cases(): readonly Case[] {
    return [...this.#cases.values()].reverse()
  }

  find(key: string): Case | null {
    return this.#cases.get(key) ?? null
  }

  forget(): void {
    this.#cases.clear()
    this.terms = usualTerms
  }

  /**
   * Takes a request. The same one again, by its key, is no second one. Requests of others than those who have paid are answered and
   * not kept, so that nobody fills this memory for nothing.
   * @param body as it arrived
   */
  async take(asked: Asked, body: string, isReminder: boolean): Promise<Answer | Refusal> {
    const { message, signature } = asked
    const known = this.#cases.get(message.idempotencyKey)
    if (known !== undefined) {
      if (known.asked.signature !== signature) return 'other'
      known.posts += 1
      if (isReminder) known.reminders += 1
      return this.answerOf(known)
    }
    if (!(await isFromPayer(asked))) return { status: 'denied', denialReason: 'not_payer' }
    // Another copy may have come while this one was checked.
    if (this.#cases.has(message.idempotencyKey)) return this.take(asked, body, isReminder)
    const sale = this.#saleOf(asked)
    if (typeof sale === 'string') return { status: 'denied', denialReason: sale, disputeId: message.disputeId }
    if (this.cases.some((one) => one.asked.message.disputeId === message.disputeId)) return 'other'
    const denialReason = this.#denial(asked, sale)
    const answer: Answer = denialReason === null ? pending : { status: 'denied', denialReason }
    const one: Case = { asked, sale, at: Date.now(), body, answer, counter: null, posts: 1, reminders: isReminder ? 1 : 0, paying: 0n }
    this.#cases.set(message.idempotencyKey, one)
    return this.answerOf(one)
  }

  /** Takes what a reader says to a no: once, and the same words again are no second time. */
  counter(key: string, words: string, signature: Hex): Answer | Refusal {
    const one = this.#cases.get(key)
    if (one === undefined) return 'unknown'
    if (one.asked.signature !== signature) return 'other'
    if (one.counter === null && one.answer.status === 'denied') {
      one.counter = words
      one.answer = pending
    }
    return one.counter === words ? this.answerOf(one) : 'closed'
  }

  answerOf({ asked, answer }: Case): Answer {
    return { disputeId: asked.message.disputeId, ...answer }
  }

  /** The most that can still be paid back for what a request is about, in atomic units. */
  mostOf({ asked, sale }: Case): bigint {
    const left = sale.amount - this.#paidBack(sale)
    const wanted = BigInt(asked.message.amount)
    return wanted < left ? wanted : left
  }

  /**
   * Pays back and says so. Where the refund could not be sent the request stays open, and the next attempt carries the same nonce.
   * @param amount atomic units, above 0 and at most `mostOf`
   * @param by the nonce of the dispute and the account that was paid, unless it is said otherwise
   * @returns whether it was done
   */
  async accept(one: Case, amount: bigint, { nonce = refundNonceOf(one.asked.message.disputeId), key = this.#purse.key }: { readonly nonce?: Hex; readonly key?: Hex } = {}): Promise<boolean> {
    if (one.paying > 0n || one.answer.status !== 'pending' || amount <= 0n || amount > this.mostOf(one)) return false
    one.paying = amount
    const sent = await payBack({ ...this.#purse, key }, { to: one.asked.message.refundTo, amount, nonce })
    one.paying = 0n
    if (sent === 'failed') return false
    one.answer = { status: 'executed', amount: amount.toString(), ...(sent !== 'spent' && { refundTxHash: sent.transaction }) }
    return true
  }

  /** @param note up to 500 characters; empty for none */
  decline(one: Case, denialReason: Denial, note: string): boolean {
    if (one.paying > 0n || one.answer.status !== 'pending') return false
    one.answer = { status: 'denied', denialReason, ...(note !== '' && { note }) }
    return true
  }

  /** What a request is about, or why it is about nothing here. */
  #saleOf({ message }: Asked): Sale | Denial {
    const sale = this.#sales.paidWith(message.authorizationNonce)
    if (sale === null) return 'unknown_payment'
    if (sale.payer !== message.payer) return 'not_payer'
    const isIt =
      sale.network === message.network &&
      sale.asset === message.asset &&
      sale.payTo === message.payTo &&
      (message.transaction === '' || message.transaction === sale.transaction)
    return isIt ? sale : 'unknown_payment'
  }

  #denial({ message }: Asked, sale: Sale): Denial | null {
    if (Date.now() > sale.at + this.terms.windowSeconds * 1000) return 'outside_window'
    const left = sale.amount - this.#paidBack(sale)
    if (left <= 0n) return 'already_refunded'
    return BigInt(message.amount) > left ? 'amount_exceeds_settled' : null
  }

  #paidBack(sale: Sale): bigint {
    const own = this.cases.filter((one) => one.sale === sale)
    return own.reduce((sum, { answer, paying }) => sum + paying + (answer.status === 'executed' ? BigInt(answer.amount ?? 0) : 0n), 0n)
  }
}
