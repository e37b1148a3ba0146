import * as v from 'valibot'
import { toChecksumAddress } from '../../authorization/address'
import { encodeBase64Url } from '../base64'
import { readJson } from '../base64-json'
import type { AgreedTexts, PaymentHeader, SignedTransfer } from '../dialect'
import { paymentHeaderName } from './payment-header'
import { echoedParams } from './wire'

/**
 * Authorization with a `Payment` credential (draft-httpauth-payment-00, section 5.2), payload type authorization
 * (draft-evm-charge-00). The challenge is the server's own parameters, put in as text. `source` names the payer with a
 * checksummed address: mppx compares it letter by letter.
 */
export function writePayment({ offer }: AgreedTexts, { authorization, signature }: SignedTransfer): PaymentHeader {
  const from = toChecksumAddress(authorization.from)
  const payload = JSON.stringify({
    type: 'authorization',
    from,
    to: toChecksumAddress(authorization.to),
    value: authorization.value.toString(),
    validAfter: authorization.validAfter.toString(),
    validBefore: authorization.validBefore.toString(),
    nonce: authorization.nonce,
    signature,
  })
  const credential = `{"challenge":${offer},"payload":${payload},"source":"did:pkh:${authorization.network}:${from}"}`
  return { name: headerNameIn(offer), value: `Payment ${encodeBase64Url(credential)}` }
}

function headerNameIn(offer: string): string {
  const json = readJson(offer)
  const params = json.ok ? v.safeParse(echoedParams, json.value) : null
  return (params?.success === true ? paymentHeaderName(params.output.header) : null) ?? 'Authorization'
}
