import * as v from 'valibot'
import { encodeBase64 } from '../base64'
import { readJson } from '../base64-json'
import type { AgreedTexts, PaymentHeader, SignedTransfer } from '../dialect'
import { exactPayload } from '../exact'

/**
 * X-PAYMENT for scheme exact on EVM (x402 v1). The network is spelled as the server spelled it: with the scheme, it is all
 * by which the server finds what is paid.
 */
export function writePayment({ offer }: AgreedTexts, signed: SignedTransfer): PaymentHeader {
  const entry = readJson(offer)
  const named = v.fallback(v.looseObject({ network: v.string() }), { network: signed.authorization.network })
  const { network } = v.parse(named, entry.ok ? entry.value : null)
  const payment = { x402Version: 1, scheme: 'exact', network, payload: exactPayload(signed) }
  return { name: 'X-PAYMENT', value: encodeBase64(JSON.stringify(payment)) }
}
