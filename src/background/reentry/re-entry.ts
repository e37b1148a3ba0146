import type { PaymentHeader } from '../../core/protocols/dialect'
import { challengeHeader } from '../../core/protocols/x402-v2/detect'
import { readHeader } from '../../core/protocols/base64-json'
import type { Purchase } from '../../core/purchase/purchase'
import { readSignIn, signInText, writeSignIn, type SignInAsk } from '../../core/signin'
import type { OpenBooks } from '../books'
import { fetchChallenge } from '../challenge/fetch-challenge'
import type { Pages } from '../page/pages'
import type { Payments } from '../payment/payments'
import type { SignInConsents } from './sign-in-consents'

/**
 * How something bought opens again, free. 'sign-in': the site lets the purse in that paid, and may be told who is back.
 * 'ask': it would, and the reader has not been asked. 'receipt': only the payment's own header is left to show.
 */
export type WayBack = { readonly type: 'sign-in'; readonly header: PaymentHeader } | { readonly type: 'ask' } | { readonly type: 'receipt' }

/**
 * Finds the way back into what was bought. A sign-in is a secret that opens what the purse has bought on that site: it is
 * made for one request, never stored, and only for the site that answered.
 */
export class ReEntry {
  readonly #open: OpenBooks
  readonly #consents: SignInConsents
  readonly #payments: Pick<Payments, 'retry'>
  readonly #pages: Pick<Pages, 'noteRetry'>

  constructor(open: OpenBooks, consents: SignInConsents, payments: Pick<Payments, 'retry'>, pages: Pick<Pages, 'noteRetry'>) {
    this.#open = open
    this.#consents = consents
    this.#payments = payments
    this.#pages = pages
  }

  /** Asks the seller what it offers now. Signs only where the reader allowed it. */
  async way(purchase: Purchase): Promise<WayBack> {
    const ask = await this.#offered(purchase)
    if (ask === null) return { type: 'receipt' }
    const consent = await this.#consents.of(siteOf(purchase))
    if (consent === 'unknown') return { type: 'ask' }
    const header = consent === 'allowed' ? await this.#sign(ask, purchase) : null
    return header === null ? { type: 'receipt' } : { type: 'sign-in', header }
  }

  /**
   * Asks for something paid once more; false when that was done just now and nothing came. It cannot charge: what is shown is
   * a sign-in, or an authorization that is spent.
   */
  async goBack(purchase: Purchase, tabId: number, way: Exclude<WayBack, { readonly type: 'ask' }>): Promise<boolean> {
    const fresh = await this.#pages.noteRetry(purchase.id)
    if (fresh) await this.#payments.retry(purchase.id, tabId, way.type === 'sign-in' ? way.header : null)
    return fresh
  }

  /** The reader has answered: whatever was tried just now, this is asked for. */
  async answered(purchase: Purchase, tabId: number, allow: boolean): Promise<void> {
    // Noted first: the pages that are open hear of the answer, and would ask as well.
    await this.#pages.noteRetry(purchase.id)
    await this.#consents.set(siteOf(purchase), allow)
    const way = await this.way(purchase)
    await this.#payments.retry(purchase.id, tabId, way.type === 'sign-in' ? way.header : null)
  }

  /** A challenge that is for another site, too old or malformed counts as none: nothing is signed for it. */
  async #offered({ terms }: Purchase): Promise<SignInAsk | null> {
    // Who sells keys elsewhere is told of nobody who comes back.
    if (terms.sealed !== undefined) return null
    const answer = await fetchChallenge(terms.resource)
    const header = answer.ok ? answer.value.headers.get(challengeHeader) : undefined
    const challenge = header === undefined ? null : readHeader(header)
    if (challenge === null || !challenge.ok) return null
    const read = readSignIn(challenge.value, terms.resource, terms.network, Date.now())
    return read?.ok === true ? read.value : null
  }

  async #sign(ask: SignInAsk, { terms }: Purchase): Promise<PaymentHeader | null> {
    const keyring = (await this.#open())?.keyring
    // The site knows what was bought by the purse that paid for it, whichever is the site's by now.
    const signed = keyring?.signSignIn(signInText(ask, terms.payer))
    return signed?.ok === true ? writeSignIn(ask, terms.payer, signed.value) : null
  }
}

/** The site that a purchase is signed in to: an origin. */
const siteOf = ({ terms }: Pick<Purchase, 'terms'>): string => new URL(terms.resource).origin
