import type { AgreedTexts, PaymentHeader, SignedTransfer } from '../dialect'
import { encodeBase64 } from '../base64'
import { readHeader } from '../base64-json'
import { exactPayload } from '../exact'
import { paymentIdentifier } from './payment-identifier'

/**
 * PAYMENT-SIGNATURE for scheme exact on EVM (x402 v2). `accepted` and `resource` are the server's own JSON,
 * put in as text: the server looks for an entry equal to what it offered. Of the extensions only the payment's
 * identifier is echoed: servers accept that, and headers stay small.
 */
export function writePayment({ challenge, rawResource, offer }: AgreedTexts, signed: SignedTransfer): PaymentHeader {
  const json = readHeader(challenge)
  const extensions = json.ok ? paymentIdentifier(json.value, signed.authorization.nonce) : null
  const payload = JSON.stringify(exactPayload(signed))
  const rest = extensions === null ? '' : `,"extensions":${JSON.stringify(extensions)}`
  const named = rawResource === 'null' ? '' : `"resource":${rawResource},`
  return { name: 'PAYMENT-SIGNATURE', value: encodeBase64(`{"x402Version":2,${named}"accepted":${offer},"payload":${payload}${rest}}`) }
}
