import { randomBytes, randomUUID } from 'node:crypto'
import type { Hex } from '../../core/hex'
import type { ShopOptions } from '../options'
import type { Database } from '../state/database'
import { Sales, type Entry, type Sale } from '../state/sales'
import { sharedSecret } from '../state/settings'
import { useSignIn } from '../state/sign-ins'
import { comeAgain, commonHeaders, isPassing, problemOf } from './answers'
import { Chain } from './chain'
import { cookieName, Cookies } from './cookies'
import { Facilitator } from './facilitator'
import type { Item } from './item'
import { MppDesk } from './mpp'
import { readPayment, type Payment } from './payment'
import { Register, usualPatience, type Outcome, type Patience } from './register'
import { readSeller, type Seller } from './seller'
import { readSignIn } from './sign-in'
import type { Charged, Till } from './till'
import { refusals, type Refusal } from './words'
import { X402Desk } from './x402'

type Unpaid = Extract<Charged, { type: 'unpaid' }>

/** Milliseconds between two sweeps for payments of unknown outcome. */
const betweenSweeps = 60_000

/**
 * Opens a till. Nobody is asked anything for it: not the chain, not the payment service.
 * @throws where the options cannot be meant
 */
export function createTill(options: ShopOptions, database: Database, patience: Partial<Patience> = {}): Till {
  const till = new ShopTill(options, database, { ...usualPatience, ...patience })
  till.sweepSoon()
  return till
}

class ShopTill implements Till {
  readonly #options: ShopOptions
  readonly #database: Database
  readonly #seller: Seller
  readonly #sales: Sales
  readonly #x402: X402Desk
  readonly #register: Register
  #secrets: Promise<Secrets> | null = null
  #sweptAt = 0

  constructor(options: ShopOptions, database: Database, patience: Patience) {
    const seller = readSeller(options)
    this.#options = options
    this.#database = database
    this.#seller = seller
    this.#sales = new Sales(database)
    this.#x402 = new X402Desk(seller, options.refunds)
    this.#register = new Register({
      seller,
      sales: this.#sales,
      chain: new Chain(seller.network, options.endpoint ?? seller.network.defaultEndpoint),
      facilitator: new Facilitator(options.facilitator, seller.network, patience.facilitator),
      patience,
      name: randomUUID(),
      boughtBefore: (item, payer) => this.#sales.bought(item, payer),
      match: (payment, item) => this.#match(payment, item),
      answerTo: (entry, transaction) => this.#answerTo(entry, transaction),
    })
  }

  async recognise(request: Request, item: Item): Promise<{ readonly sale: Sale; readonly headers: Headers } | null> {
    try {
      return (await this.#byCookie(request, item)) ?? (await this.#bySignIn(request, item)) ?? (await this.#byPayment(request, item))
    } catch {
      return null
    }
  }

  async charge(request: Request, item: Item): Promise<Charged> {
    this.sweepSoon()
    const payment = readPayment(request.headers)
    if (payment === null) return this.#ask(request, item)
    if (!payment.ok) return this.#unpaid(item, payment.error, null, null)
    let outcome: Outcome
    try {
      outcome = await this.#register.take(payment.value, item)
    } catch {
      outcome = { type: 'not-sold', refusal: 'books', reason: null }
    }
    if (outcome.type === 'not-sold') return this.#unpaid(item, outcome.refusal, outcome.reason, payment.value)
    const { sale, answer, isAgain } = outcome
    return { type: 'paid', sale, isAgain, headers: await this.#open(request, item, sale, answer) }
  }

  async quote(_request: Request, item: Item): Promise<Unpaid> {
    return this.#unpaid(item, null, null, null)
  }

  async resolveOpen(): Promise<void> {
    await this.#register.resolveOpen()
  }

  /** In the background, and not too often. */
  sweepSoon(): void {
    if (Date.now() < this.#sweptAt + betweenSweeps) return
    this.#sweptAt = Date.now()
    void this.resolveOpen().catch(() => undefined)
  }

  /** The price, for somebody who shows no payment: but not for somebody who may have bought it and cannot be looked up. */
  async #ask(request: Request, item: Item): Promise<Unpaid> {
    const { headers } = request
    const maybeKnown = headers.has('sign-in-with-x') || (headers.get('cookie') ?? '').includes(`${cookieName(item.id)}=`)
    const isOpen = !maybeKnown || (await this.#database.query('select 1 as open').then(Boolean, () => false))
    return this.#unpaid(item, isOpen ? null : 'books', null, null)
  }

  async #byCookie(request: Request, item: Item) {
    const { cookies } = await this.#shared()
    const id = cookies.read(item.id, request.headers.get('cookie'))
    const entry = id === null ? null : await this.#sales.entry(id)
    if (entry?.item !== item.id) return null
    // A cookie of something that is not settled was given when the books could not be written.
    const sale = (await this.#register.resolve(entry))?.sale ?? null
    return sale === null ? null : { sale, headers: this.#common() }
  }

  async #bySignIn(request: Request, item: Item) {
    const signIn = await readSignIn(request.headers, this.#seller)
    const sale = signIn === null ? null : ((await this.#sales.bought(item.id, signIn.address))?.sale ?? null)
    if (signIn === null || sale === null || !(await useSignIn(this.#database, { ...signIn, item: item.id }))) return null
    return { sale, headers: await this.#open(request, item, sale, {}) }
  }

  async #byPayment(request: Request, item: Item) {
    const payment = readPayment(request.headers)
    const found = payment?.ok === true ? await this.#register.recall(payment.value, item) : null
    return found === null ? null : { sale: found.sale, headers: await this.#open(request, item, found.sale, found.answer) }
  }

  async #match(payment: Payment, item: Item) {
    const found = this.#x402.match(payment, item)
    if (found === null || payment.shown.dialect === 'x402') return found
    const { mpp } = await this.#shared()
    return (await mpp.isGood(payment.shown, item, payment.amount)) ? found : null
  }

  async #answerTo(entry: Entry, transaction: Hex): Promise<Entry['answer']> {
    if (entry.dialect === 'x402') return { 'PAYMENT-RESPONSE': await this.#x402.receipt(entry, transaction) }
    const { mpp } = await this.#shared()
    return { 'Payment-Receipt': mpp.receipt(transaction, Date.now()) }
  }

  /** Headers for somebody who has bought a thing: what was said then, and cookies for the next time. */
  async #open(request: Request, item: Item, { id }: Sale, answer: Entry['answer']): Promise<Headers> {
    const headers = this.#common()
    for (const [name, value] of Object.entries(answer)) headers.set(name, value)
    const places = [item.url, ...(item.page === undefined ? [] : [item.page]), request.url].map((url) => new URL(url).pathname)
    const cookies = await this.#shared().then((shared) => shared.cookies.write(item.id, id, places), () => [])
    for (const cookie of cookies) headers.append('Set-Cookie', cookie)
    return headers
  }

  async #unpaid(item: Item, refusal: Refusal | null, reason: string | null, payment: Payment | null): Promise<Unpaid> {
    const said = refusal === null ? null : refusals[refusal]
    const headers = this.#common()
    headers.set('PAYMENT-REQUIRED', await this.#x402.challenge(item, reason ?? said?.code ?? null))
    const challenges = await this.#shared().then(({ mpp }) => mpp.challenges(item), () => [])
    for (const challenge of challenges) headers.append('WWW-Authenticate', challenge)
    if (refusal !== null && isPassing(refusal)) headers.set(comeAgain.name, comeAgain.value)
    if (refusal === 'refused' && payment !== null) headers.set('PAYMENT-RESPONSE', this.#x402.failure(payment, reason ?? refusals.refused.code))
    return { type: 'unpaid', status: said?.status ?? 402, headers, problem: problemOf(refusal, reason), sentence: said?.sentence ?? null }
  }

  #common(): Headers {
    return commonHeaders(this.#seller.origin, this.#options.refunds)
  }

  /** What all instances on the same books share. Asked for again where the books did not answer. */
  async #shared(): Promise<Secrets> {
    this.#secrets ??= readSecrets(this.#database, this.#seller)
    try {
      return await this.#secrets
    } catch (error) {
      this.#secrets = null
      throw error
    }
  }
}

interface Secrets {
  readonly cookies: Cookies
  readonly mpp: MppDesk
}

async function readSecrets(database: Database, seller: Seller): Promise<Secrets> {
  const fresh = (): string => randomBytes(32).toString('hex')
  const [cookies, challenges] = [await sharedSecret(database, 'cookies', fresh), await sharedSecret(database, 'challenges', fresh)]
  return { cookies: new Cookies(cookies, seller.origin.startsWith('https:')), mpp: new MppDesk(seller, challenges) }
}
