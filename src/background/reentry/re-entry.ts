import type { PaymentHeader } from '../../core/protocols/dialect'
import { challengeHeader } from '../../core/protocols/x402-v2/detect'
import { readHeader } from '../../core/protocols/x402-v2/header'
import type { Purchase } from '../../core/purchase/purchase'
import { readSignIn, signInText, writeSignIn, type SignInAsk } from '../../core/signin'
import type { OpenBooks } from '../books'
import { fetchChallenge } from '../challenge/fetch-challenge'
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

  constructor(open: OpenBooks, consents: SignInConsents) {
    this.#open = open
    this.#consents = consents
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

  /** A challenge that is for another site, too old or malformed counts as none: nothing is signed for it. */
  async #offered({ terms }: Purchase): Promise<SignInAsk | null> {
    const answer = await fetchChallenge(terms.resource)
    const header = answer.ok ? answer.value.headers.get(challengeHeader) : undefined
    const challenge = header === undefined ? null : readHeader(header)
    if (challenge === null || !challenge.ok) return null
    const read = readSignIn(challenge.value, terms.resource, terms.network, Date.now())
    return read?.ok === true ? read.value : null
  }

  async #sign(ask: SignInAsk, { terms }: Purchase): Promise<PaymentHeader | null> {
    const keyring = (await this.#open())?.keyring
    if (keyring?.address !== terms.payer) return null
    const signed = keyring.signSignIn(signInText(ask, keyring.address))
    return signed.ok ? writeSignIn(ask, keyring.address, signed.value) : null
  }
}

/** The site that a purchase is signed in to: an origin. */
export const siteOf = ({ terms }: Pick<Purchase, 'terms'>): string => new URL(terms.resource).origin
