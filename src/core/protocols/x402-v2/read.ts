import * as v from 'valibot'
import { err, ok, type Result } from '../../result'
import type { Answer, Challenge } from '../dialect'
import type { ChallengeFault } from '../faults'
import { maxOffers, sortOffers } from '../offers'
import { urlOnSite } from '../site'
import { shown } from '../text'
import { challengeHeader, isPaymentStatus } from './detect'
import { readHeader } from '../base64-json'
import type { PayingContext } from '../paying'
import { readOffer } from './offer'
import { paymentRequired, resourceInfo } from './wire'

/**
 * Reads the PAYMENT-REQUIRED header of an answer (x402 v2, HTTP transport). Null when the answer has none or its
 * status does not ask for payment. A challenge with no payable offer is still a challenge: `refused` says why.
 */
export function readChallenge(answer: Answer, context: PayingContext): Result<Challenge, ChallengeFault> | null {
  const header = answer.headers.get(challengeHeader)
  if (header === undefined || !isPaymentStatus(answer.status)) return null
  const json = readHeader(header)
  if (!json.ok) return json
  const fault = precheck(json.value)
  if (fault !== null) return err(fault)
  const parsed = v.safeParse(paymentRequired, json.value)
  if (!parsed.success) return err('wrong-shape')
  const { resource, accepts, error } = parsed.output
  // Some servers leave it out, and it is optional in a payment: then it is about the address that answered.
  const info = v.safeParse(resourceInfo, resource ?? { url: answer.url })
  if (!info.success) return err('wrong-shape')
  const url = urlOnSite(info.output.url, answer.url)
  if (url === null) return err('resource-elsewhere')
  const { description, serviceName, mimeType } = info.output
  return ok({
    dialect: 'x402-v2',
    resource: { url, ...shown('description', description, 300), ...shown('serviceName', serviceName, 64), ...shown('mimeType', mimeType, 100) },
    ...sortOffers(accepts.map((entry) => readOffer(entry, context))),
    ...shown('error', error, 200),
    rawResource: JSON.stringify(resource ?? null),
    raw: header,
  })
}

/** The faults that deserve their own words, before the shape as a whole. */
function precheck(json: unknown): ChallengeFault | null {
  if (typeof json !== 'object' || json === null) return 'wrong-shape'
  if ('x402Version' in json && typeof json.x402Version === 'number' && json.x402Version !== 2) return 'wrong-version'
  if ('accepts' in json && Array.isArray(json.accepts) && json.accepts.length > maxOffers) return 'too-many-offers'
  return null
}
