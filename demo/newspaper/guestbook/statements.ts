import type { ResourceServerExtension } from '@x402/core/types'
import {
  createEIP712OfferReceiptIssuer,
  createOfferReceiptExtension,
  isEIP712SignedOffer,
  isEIP712SignedReceipt,
  type OfferReceiptIssuer,
} from '@x402/extensions/offer-receipt'
import type { Hex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { jwsIssuer } from './jws'
import type { StatementKind } from './switches'

/** Signs what the paper says of its prices and sales, in every way the switches know. */
export class Statements {
  readonly #issuers: Readonly<Record<Exclude<StatementKind, 'none'>, OfferReceiptIssuer>>

  constructor(payeeKey: Hex) {
    const payee = typedDataIssuer(payeeKey)
    this.#issuers = { payee, stranger: typedDataIssuer(generatePrivateKey()), altered: altering(payee), half: halving(payee), jws: jwsIssuer(payeeKey) }
  }

  /** The official extension, set to sign offers and receipts in these ways. */
  extension(offers: StatementKind, receipts: StatementKind): ResourceServerExtension {
    const { payee } = this.#issuers
    const offering = offers === 'none' ? payee : this.#issuers[offers]
    const receipting = receipts === 'none' ? payee : this.#issuers[receipts]
    const extension = createOfferReceiptExtension({
      ...payee,
      issueOffer: (...about) => offering.issueOffer(...about),
      issueReceipt: (...about) => receipting.issueReceipt(...about),
    })
    if (offers === 'none') delete extension.enrichPaymentRequiredResponse
    if (receipts === 'none') delete extension.enrichSettlementResponse
    return extension
  }
}

function typedDataIssuer(privateKey: Hex): OfferReceiptIssuer {
  const account = privateKeyToAccount(privateKey)
  return createEIP712OfferReceiptIssuer(`did:pkh:eip155:1:${account.address}`, (typed) => account.signTypedData(typed))
}

/** Nobody's account. */
const somebodyElse = '0x000000000000000000000000000000000000dEaD'

/** Lets another sign, and then changes what was signed. */
function altering(issuer: OfferReceiptIssuer): OfferReceiptIssuer {
  return {
    ...issuer,
    issueOffer: async (...about) => {
      const offer = await issuer.issueOffer(...about)
      return isEIP712SignedOffer(offer) ? { ...offer, payload: { ...offer.payload, amount: '1' } } : offer
    },
    issueReceipt: async (...about) => {
      const receipt = await issuer.issueReceipt(...about)
      return isEIP712SignedReceipt(receipt) ? { ...receipt, payload: { ...receipt.payload, payer: somebodyElse } } : receipt
    },
  }
}

/** Signs for less than what is asked. */
function halving(issuer: OfferReceiptIssuer): OfferReceiptIssuer {
  return { ...issuer, issueOffer: (url, offer) => issuer.issueOffer(url, { ...offer, amount: (BigInt(offer.amount) / 2n).toString() }) }
}
