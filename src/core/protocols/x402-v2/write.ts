import { toChecksumAddress } from '../../authorization/address'
import type { PaymentHeader, SignedTransfer } from '../dialect'
import { encodeBase64 } from './base64'

/**
 * PAYMENT-SIGNATURE for scheme exact on EVM (x402 v2). `accepted` and `resource` are the server's own JSON,
 * put in as text: the server looks for an entry equal to what it offered. Extensions are not echoed:
 * servers accept that, and headers stay small.
 */
export function writePayment(rawResource: string, rawOffer: string, signed: SignedTransfer): PaymentHeader {
  const { authorization, signature } = signed
  const payload = JSON.stringify({
    signature,
    authorization: {
      from: toChecksumAddress(authorization.from),
      to: toChecksumAddress(authorization.to),
      value: authorization.value.toString(),
      validAfter: authorization.validAfter.toString(),
      validBefore: authorization.validBefore.toString(),
      nonce: authorization.nonce,
    },
  })
  const json = `{"x402Version":2,"resource":${rawResource},"accepted":${rawOffer},"payload":${payload}}`
  return { name: 'PAYMENT-SIGNATURE', value: encodeBase64(json) }
}
