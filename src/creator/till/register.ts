import { setTimeout as sleep } from 'node:timers/promises'
import type { PaymentRequirements } from '@x402/core/types'
import type { Address, Hex } from '../../core/hex'
import { saleOf, type Authorization, type Claim, type Entry, type Sale, type Sales } from '../state/sales'
import type { Chain, Fate } from './chain'
import type { Facilitator, Settled } from './facilitator'
import type { Item } from './item'
import type { Payment } from './payment'
import type { Seller } from './seller'
import { asPayload } from './x402'
import type { Refusal } from './words'

/** What came of a payment. */
export type Outcome =
  | { readonly type: 'sold'; readonly sale: Sale; readonly answer: Entry['answer']; readonly isAgain: boolean }
  /** @property reason what the payment service says, for programs */
  | { readonly type: 'not-sold'; readonly refusal: Refusal; readonly reason: string | null }

/** How long is waited for others. */
export interface Patience {
  /** Milliseconds the payment service has for one answer. */
  readonly facilitator: number
  /** Milliseconds in which the chain may come to show what the payment service has done, or may have done. */
  readonly chain: number
  /** Milliseconds a request waits for another that settles the same payment. */
  readonly others: number
  /** Seconds in which nobody else touches a payment that is being settled. */
  readonly lease: number
}

export const usualPatience: Patience = { facilitator: 30_000, chain: 10_000, others: 20_000, lease: 90 }

/** Milliseconds between two looks at something that is being waited for. */
const glance = 100
/** Seconds a payment has to be good for when it is settled: facilitators ask for as much. */
const leastTime = 6n
/** Seconds after which a payment that was not used can be used by nobody, whatever clocks say. */
const margin = 300n
/**
 * Milliseconds after its end in which a payment that was settled opens again what it paid for. The chain shows everybody what was
 * signed: whoever shows it later may be anybody, and has a cookie or a sign-in if it is the reader.
 */
const reopening = 600_000
/** How many payments of unknown outcome are looked at in one sweep. */
const sweep = 100

/** Where payments are written down. */
export type Claims = Pick<Sales, 'claim' | 'claimAgain' | 'settle' | 'fail' | 'release' | 'entry' | 'find' | 'open'>

export interface RegisterParts {
  readonly seller: Seller
  readonly sales: Claims
  readonly chain: Chain
  readonly facilitator: Facilitator
  readonly patience: Patience
  /** Of this instance. */
  readonly name: string
  /** An earlier sale of a thing to somebody, where the shop knows its readers again. */
  readonly boughtBefore?: (item: string, payer: Address) => Promise<Entry | null>
  /** The price of a thing that a payment is good for, as it was asked for; null where it is for none. */
  readonly match: (payment: Payment, item: Item) => Promise<PaymentRequirements | null>
  /** Headers of the answer to a payment that was settled. */
  readonly answerTo: (entry: Entry, transaction: Hex) => Promise<Entry['answer']>
}

/**
 * Takes payments: claims each for one thing, settles it, writes it down. What is not known of one is asked of the chain; nothing is
 * served on belief, charged twice, or charged and not served.
 */
export class Register {
  readonly #parts: RegisterParts
  /** Sales that the books could not be told of, by number of their entry. */
  readonly #unwritten = new Map<bigint, Pick<Sale, 'transaction'> & Pick<Entry, 'answer'>>()

  constructor(parts: RegisterParts) {
    this.#parts = parts
  }

  /** Takes a payment for a thing, or serves again what it has paid for. @throws what the database throws, where no money has moved just now */
  async take(payment: Payment, item: Item): Promise<Outcome> {
    const { sales, patience } = this.#parts
    const signed = await this.#parts.chain.isSigned(payment)
    if (signed !== true) return no(signed === null ? 'facilitator' : 'signature')
    await this.#catchUp()
    const authorization = this.authorizationOf(payment)
    const deadline = Date.now() + patience.others
    for (;;) {
      const entry = await sales.find(authorization)
      const outcome = entry === null ? await this.#begin(payment, item) : await this.#goOn(entry, payment, item)
      if (outcome !== null) return outcome
      if (Date.now() >= deadline) return no('settling')
      await sleep(glance)
    }
  }

  /** The sale that a signed payment has brought about before, if it may open it again. Charges nothing. */
  async recall(payment: Payment, item: Item): Promise<{ readonly sale: Sale; readonly answer: Entry['answer'] } | null> {
    await this.#catchUp()
    const entry = await this.#parts.sales.find(this.authorizationOf(payment))
    if (entry?.item !== item.id || (await this.#parts.chain.isSigned(payment)) !== true) return null
    const now = entry.state === 'claimed' && entry.lapsed ? await this.resolve(entry) : entry
    const sale = now?.sale ?? null
    return now !== null && sale !== null && mayReopen(now, payment) ? { sale, answer: now.answer } : null
  }

  /** Asks the chain what became of a payment, and writes it down. @returns the entry as it is now; null where the chain does not answer */
  async resolve(entry: Entry): Promise<Entry | null> {
    if (entry.state === 'settled') return entry
    const { sales, chain } = this.#parts
    // Asked for first: what is unused later was unused then.
    const now = await chain.time()
    const fate = now === null ? null : await chain.fateOf(entry)
    if (now === null || fate === null) return null
    if (fate.state === 'paid') return this.#record(entry, fate.transaction)
    const isOver = fate.state === 'spent' || BigInt(entry.validBefore) / 1000n + margin < now
    if (isOver) await sales.fail(entry.id)
    return sales.entry(entry.id)
  }

  /** Finds out what became of the payments that nobody has said anything of in time. */
  async resolveOpen(): Promise<void> {
    await this.#catchUp()
    for (const entry of await this.#parts.sales.open(sweep)) await this.resolve(entry)
  }

  authorizationOf({ payer, nonce }: Payment): Authorization {
    const { id, token } = this.#parts.seller.network
    return { network: id, asset: token.address, payer, nonce }
  }

  /** A payment that is not in the books. @returns null where it has come to be in them meanwhile */
  async #begin(payment: Payment, item: Item): Promise<Outcome | null> {
    const { sales, name, patience } = this.#parts
    const authorization = this.authorizationOf(payment)
    const checked = await this.#check(payment, item, true)
    if (checked.type === 'bad') return (await sales.find(authorization)) === null ? no(checked.refusal, checked.reason) : null
    // Whoever can sign for an account that has bought it before is not charged a second time: it is theirs.
    const before = item.kind === 'article' ? ((await this.#parts.boughtBefore?.(item.id, payment.payer))?.sale ?? null) : null
    // A copy of this very payment was quicker: it has an answer of its own.
    if (before !== null) return before.nonce === payment.nonce ? null : soldAgain(before, {})
    const entry = await sales.claim(this.#claimOf(payment, item), name, patience.lease)
    if (entry !== null) return this.#settle(entry, payment, checked.requirements)
    return (await sales.find(authorization)) === null ? no('taken') : null
  }

  /** A payment that is in the books. @returns null where somebody else is at it */
  async #goOn(entry: Entry, payment: Payment, item: Item): Promise<Outcome | null> {
    const { sales, name, patience } = this.#parts
    if (entry.item !== item.id) return no('elsewhere')
    if (entry.sale !== null) return mayReopen(entry, payment) ? soldAgain(entry.sale, entry.answer) : no('used')
    if (entry.state === 'claimed' && !entry.lapsed) return null
    const fate = await this.#parts.chain.fateOf(entry)
    if (fate === null) return no('unknown')
    if (fate.state === 'paid') {
      const { sale, answer } = await this.#record(entry, fate.transaction)
      return sale !== null && mayReopen(entry, payment) ? soldAgain(sale, answer) : no('used')
    }
    if (fate.state === 'spent') {
      await sales.fail(entry.id)
      return no('spent')
    }
    const checked = await this.#check(payment, item, false)
    if (checked.type === 'bad') return no(checked.refusal, checked.reason)
    const mine = await sales.claimAgain(entry.id, this.#claimOf(payment, item), name, patience.lease)
    return mine === null ? null : this.#settle(mine, payment, checked.requirements)
  }

  /** Whether a payment can be settled now for what is asked. @param isNew whether nobody may have used it before */
  async #check(payment: Payment, item: Item, isNew: boolean): Promise<Checked> {
    const now = BigInt(Math.floor(Date.now() / 1000))
    if (payment.validBefore < now + leastTime) return bad('expired')
    if (payment.validAfter > now) return bad('early')
    const requirements = await this.#parts.match(payment, item)
    if (requirements === null) return bad('price')
    const { chain, facilitator } = this.#parts
    const [used, verdict] = await Promise.all([
      isNew ? chain.isUsed(this.authorizationOf(payment)) : false,
      facilitator.verify(asPayload(payment, requirements), requirements),
    ])
    // Paid before, and not in these books: for another shop, or for what these books have forgotten. It is not known for what.
    if (used === true) return bad('used')
    if (verdict.type === 'silent') return bad('facilitator')
    return verdict.type === 'bad' ? bad('refused', verdict.reason) : { type: 'good', requirements }
  }

  /** Has a payment settled that was claimed. From here on no failure of the database may be taken for "not charged". */
  async #settle(entry: Entry, payment: Payment, requirements: PaymentRequirements): Promise<Outcome> {
    const { sales, facilitator, name } = this.#parts
    const settled = await facilitator.settle(asPayload(payment, requirements), requirements)
    const fate = await this.#confirm(entry, settled)
    if (fate?.state === 'paid') {
      const { sale, answer } = await this.#record(entry, fate.transaction)
      return sale === null ? no('unknown') : { type: 'sold', sale, answer, isAgain: false }
    }
    if (fate?.state === 'spent' || (fate?.state === 'unused' && settled.type === 'refused')) {
      await sales.fail(entry.id).catch(() => undefined)
      return fate.state === 'spent' ? no('spent') : no('refused', settled.type === 'refused' ? settled.reason : null)
    }
    await sales.release(entry.id, name).catch(() => undefined)
    return no(fate === null ? 'unknown' : 'settling')
  }

  /**
   * What the chain shows of what the payment service says it has done. Where the chain cannot be asked, the service is believed that it
   * has settled: it is the seller's own choice, and the reader has paid it.
   * @returns null where nothing is known
   */
  async #confirm(entry: Entry, settled: Settled): Promise<Fate | null> {
    const { chain, patience } = this.#parts
    const deadline = Date.now() + patience.chain
    for (;;) {
      if (settled.type === 'settled') {
        const has = await chain.hasPaid(entry, settled.transaction)
        if (has !== false) return { state: 'paid', transaction: settled.transaction }
      }
      const fate = await chain.fateOf(entry)
      const isFinal = fate !== null && (fate.state !== 'unused' || settled.type === 'refused')
      if (isFinal || Date.now() >= deadline) return fate
      await sleep(glance * 2)
    }
  }

  /** Writes down a sale. Where the books cannot be written, the reader is served all the same: the chain will be asked again. */
  async #record(entry: Entry, transaction: Hex): Promise<Entry> {
    const answer = await this.#parts.answerTo(entry, transaction)
    const written = await this.#parts.sales.settle(entry.id, transaction, answer).catch(() => null)
    if (written !== null) return written
    this.#unwritten.set(entry.id, { transaction, answer })
    return { ...entry, answer, sale: saleOf(entry, transaction, Date.now()) }
  }

  /** Tells the books, now that they can be written again, what they have missed. */
  async #catchUp(): Promise<void> {
    for (const [id, { transaction, answer }] of this.#unwritten) {
      await this.#parts.sales.settle(id, transaction, answer)
      this.#unwritten.delete(id)
    }
  }

  #claimOf(payment: Payment, item: Item): Claim {
    const { payTo, amount, validBefore, paymentId, note, shown } = payment
    return {
      ...this.authorizationOf(payment),
      item: item.id,
      kind: item.kind,
      title: item.title,
      url: item.url,
      dialect: shown.dialect,
      payTo,
      amount,
      validBefore: Number(validBefore) * 1000,
      paymentId,
      note: item.kind === 'tip' ? note : null,
    }
  }
}

type Checked =
  | { readonly type: 'good'; readonly requirements: PaymentRequirements }
  | { readonly type: 'bad'; readonly refusal: Refusal; readonly reason: string | null }

const bad = (refusal: Refusal, reason: string | null = null): Checked => ({ type: 'bad', refusal, reason })
const no = (refusal: Refusal, reason: string | null = null): Outcome => ({ type: 'not-sold', refusal, reason })
const soldAgain = (sale: Sale, answer: Entry['answer']): Outcome => ({ type: 'sold', sale, answer, isAgain: true })

/**
 * Whether a payment, signed by its payer, may open again what it has paid for: with a challenge that only this shop and the payer know,
 * signed anew for another time than what the chain shows to everybody, or not long after.
 */
function mayReopen(entry: Entry, { shown, paymentId, validBefore }: Payment): boolean {
  const knowsChallenge = entry.dialect === 'mpp' && shown.dialect === 'mpp' && paymentId === entry.paymentId
  const isSignedAnew = Number(validBefore) * 1000 !== entry.validBefore
  return knowsChallenge || isSignedAnew || Date.now() < Math.max(entry.validBefore, entry.sale?.settledAt ?? 0) + reopening
}
