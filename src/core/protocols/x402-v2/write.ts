import type { AgreedTexts, PaymentHeader, SignedTransfer } from '../dialect'
import { encodeBase64 } from '../base64'
import { readHeader } from '../base64-json'
import { exactPayload } from '../exact'
import { paymentIdentifier } from './payment-identifier'
import { tipNote } from './tip-note'

/**
 * PAYMENT-SIGNATURE for scheme exact on EVM (x402 v2). `accepted` and `resource` are the server's own JSON,
 * put in as text: the server looks for an entry equal to what it offered. Of the extensions only those are
 * echoed that the wallet adds something to: servers accept that, and headers stay small.
 */
export function writePayment({ challenge, rawResource, offer }: AgreedTexts, signed: SignedTransfer): PaymentHeader {
  const json = readHeader(challenge)
  const extensions = json.ok ? { ...paymentIdentifier(json.value, signed.authorization.nonce), ...tipNote(json.value, signed.note ?? null) } : {}
  const payload = JSON.stringify(exactPayload(signed))
  const rest = Object.keys(extensions).length === 0 ? '' : `,"extensions":${JSON.stringify(extensions)}`
  const named = rawResource === 'null' ? '' : `"resource":${rawResource},`
  return { name: 'PAYMENT-SIGNATURE', value: encodeBase64(`{"x402Version":2,${named}"accepted":${offer},"payload":${payload}${rest}}`) }
}
