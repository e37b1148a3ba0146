import { encodePaymentRequiredHeader, encodePaymentResponseHeader } from '@x402/core/http'
import { x402ResourceServer } from '@x402/core/server'
import type { PaymentPayload, PaymentRequirements } from '@x402/core/types'
import { ExactEvmScheme } from '@x402/evm/exact/server'
import { createOfferReceiptExtension, declareOfferReceiptExtension, OFFER_RECEIPT } from '@x402/extensions/offer-receipt'
import { declarePaymentIdentifierExtension, PAYMENT_IDENTIFIER, paymentIdentifierResourceServerExtension } from '@x402/extensions/payment-identifier'
import { createSIWxResourceServerExtension, declareSIWxExtension } from '@x402/extensions/sign-in-with-x'
import { parseAddress, toChecksumAddress } from '../../core/authorization/address'
import { parseAtomic } from '../../core/money'
import { paths, type RefundTerms } from '../options'
import type { Entry } from '../state/sales'
import type { Item } from './item'
import type { Payment } from './payment'
import { maxTimeoutSeconds, payeeOf, signerFor, type Seller } from './seller'
import { feeStatements, issuerWith } from './statements'
import { signInStatement } from './words'

/** Seconds a sign-in that is asked for can be used. */
const signInSeconds = 300

/** What is sold, where it is not the text of an article to somebody who can come back for it. */
interface Manner {
  /** Whether somebody who has bought it may sign in to have it again. */
  readonly signIn: boolean
  readonly mimeType: string
}

/** What the till asks for and reads as x402 v2, scheme exact. */
export class X402Desk {
  readonly #seller: Seller
  readonly #refunds: RefundTerms | undefined
  readonly #manner: Manner
  readonly #server = new x402ResourceServer()

  constructor(seller: Seller, refunds: RefundTerms | undefined, manner: Manner = { signIn: true, mimeType: 'text/html' }) {
    this.#seller = seller
    this.#manner = manner
    this.#refunds = refunds
    this.#server.register(seller.network.id, new ExactEvmScheme())
    // Who has bought what is asked of the books, under the shop's own names: never of what payments claim to be for.
    const storage = { hasPaid: () => false, recordPayment: () => undefined }
    this.#server.registerExtension(createSIWxResourceServerExtension({ storage, origin: seller.origin }))
    this.#server.registerExtension(paymentIdentifierResourceServerExtension)
    if (seller.signer !== null) this.#server.registerExtension(createOfferReceiptExtension(issuerWith(seller.signer)))
  }

  /** PAYMENT-REQUIRED. @param error why a payment that was shown is not good; null where none was shown */
  async challenge(item: Item, error: string | null): Promise<string> {
    const accepts = this.requirements(item)
    const resource = { url: item.url, description: item.title, mimeType: this.#manner.mimeType, ...serviceName(this.#seller.name) }
    const required = await this.#server.createPaymentRequiredResponse(accepts, resource, error ?? 'Payment required', await this.#extensions(item, accepts))
    return encodePaymentRequiredHeader(required)
  }

  requirements(item: Item): PaymentRequirements[] {
    const { network } = this.#seller
    const { address, name, version } = network.token
    return item.prices.map((price) => ({
      scheme: 'exact',
      network: network.id,
      amount: price.toString(),
      asset: toChecksumAddress(address),
      payTo: toChecksumAddress(payeeOf(this.#seller, item)),
      maxTimeoutSeconds,
      extra: { name, version },
    }))
  }

  /** The price that a payment is for; null where it is for none of them. */
  match(payment: Payment, item: Item): PaymentRequirements | null {
    const all = this.requirements(item)
    const { shown } = payment
    const found = shown.dialect === 'x402' ? this.#server.findMatchingRequirements(all, shown.payload) : all.find(({ amount }) => amount === payment.amount.toString())
    const isFor = found !== undefined && parseAtomic(found.amount) === payment.amount && parseAddress(found.payTo) === payment.payTo
    return isFor ? found : null
  }

  /** PAYMENT-RESPONSE, with a signed receipt where there is a key. */
  async receipt(entry: Entry, transaction: string): Promise<string> {
    const { network, payer, url, payTo, amount } = entry
    const signer = signerFor(this.#seller, payTo)
    const receipt = signer === null ? null : await issuerWith(signer).issueReceipt(url, toChecksumAddress(payer), network, transaction)
    return encodePaymentResponseHeader({
      success: true,
      payer: toChecksumAddress(payer),
      transaction,
      network,
      amount: amount.toString(),
      ...(receipt !== null && { extensions: { [OFFER_RECEIPT]: { info: { receipt } } } }),
    })
  }

  /** PAYMENT-RESPONSE of a payment that moved nothing. */
  failure({ payer }: Payment, errorReason: string): string {
    return encodePaymentResponseHeader({ success: false, errorReason, payer: toChecksumAddress(payer), transaction: '', network: this.#seller.network.id })
  }

  async #extensions(item: Item, accepts: readonly PaymentRequirements[]): Promise<Record<string, unknown>> {
    const signer = signerFor(this.#seller, payeeOf(this.#seller, item))
    return {
      ...(this.#manner.signIn && item.kind === 'article' && declareSIWxExtension({ statement: signInStatement, expirationSeconds: signInSeconds })),
      ...(signer !== null && declareOfferReceiptExtension({ offerValiditySeconds: signInSeconds })),
      [PAYMENT_IDENTIFIER]: declarePaymentIdentifierExtension(),
      ...(item.shares !== undefined && { 'farthing-fees': { info: { statements: await feeStatements(item, item.shares, accepts, signer) } } }),
      ...(item.kind === 'tip' && { 'farthing-note': { info: {} } }),
      ...(this.#refunds !== undefined && { refund: { info: refundInfo(this.#seller.origin, this.#refunds) } }),
    }
  }
}

const refundInfo = (origin: string, { windowSeconds, partialRefunds, policyUrl }: RefundTerms) => ({
  refundEndpoint: `${origin}${paths.refunds}`,
  windowSeconds,
  partialRefunds,
  ...(policyUrl !== undefined && { policyUrl }),
})

/** A payment of another dialect, as payment services take it. */
export function asPayload({ payer, payTo, amount, validAfter, validBefore, nonce, signature, shown }: Payment, accepted: PaymentRequirements): PaymentPayload {
  if (shown.dialect === 'x402') return shown.payload
  const authorization = {
    from: toChecksumAddress(payer),
    to: toChecksumAddress(payTo),
    value: amount.toString(),
    validAfter: validAfter.toString(),
    validBefore: validBefore.toString(),
    nonce,
  }
  return { x402Version: 2, accepted, payload: { signature, authorization } }
}

/** The shop's name in the letters that the field takes: printable ASCII, up to 32. */
function serviceName(name: string): { readonly serviceName?: string } {
  const plain = name.normalize('NFKD').replaceAll(/[‘’]/g, "'").replaceAll(/[^\x20-\x7e]/g, '').trim().slice(0, 32).trim()
  return plain === '' ? {} : { serviceName: plain }
}
