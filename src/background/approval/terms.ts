import { decodeTransfer, type TransferAuthorization } from '../../core/authorization/transfer'
import { fromHex } from '../../core/hex'
import { minimised } from '../../core/privacy/minimise'
import type { PurchaseTerms } from '../../core/purchase/purchase'
import { dayAt } from '../today'
import type { Approval, StoredQuote } from './approval-state'

/**
 * The purchase that was quoted: payee, amount and nonce are read back from the very bytes that are shown. Null where they say nothing.
 * @param allowance what it is paid under without a question; null where the reader is asked
 */
export function termsOf(asked: Approval, quote: StoredQuote, allowance: string | null = null): { readonly terms: PurchaseTerms; readonly draft: TransferAuthorization } | null {
  const bytes = fromHex(quote.message)
  const decoded = bytes === null ? null : decodeTransfer(bytes)
  if (decoded?.ok !== true) return null
  const draft = decoded.value.authorization
  const terms: PurchaseTerms = {
    dialect: quote.dialect,
    kind: asked.kind,
    ...minimised(asked),
    ...(asked.sealed !== null && { sealed: asked.sealed }),
    title: quote.title,
    network: draft.network,
    asset: draft.asset,
    payTo: draft.to,
    amount: draft.value,
    payer: draft.from,
    nonce: draft.nonce,
    counter: quote.counter,
    feeLines: quote.feeLines.map(({ amount, ...line }) => ({ ...line, amount: amount === null ? null : BigInt(amount.atomic) })),
    challenge: quote.challenge,
    rawResource: quote.rawResource,
    offer: quote.offer,
    ...(quote.link !== null && { link: quote.link }),
    day: dayAt(Date.now()),
    allowance,
    rate: quote.rate === null ? null : { ...quote.rate, numerator: BigInt(quote.rate.numerator), denominator: BigInt(quote.rate.denominator) },
  }
  return { terms, draft }
}
