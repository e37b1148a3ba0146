import { paths, type RefundTerms } from '../options'
import { refusals, type Refusal } from './words'

/** What scripts of other sites may read of an answer. */
const exposed = ['PAYMENT-REQUIRED', 'PAYMENT-RESPONSE', 'WWW-Authenticate', 'Payment-Receipt', 'Link', 'Retry-After'].join(', ')
/** What they may send. */
const accepted = ['PAYMENT-SIGNATURE', 'Authorization', 'SIGN-IN-WITH-X', 'Content-Type'].join(', ')
/** Seconds after which something unfinished is worth another try. */
const retryAfter = '5'

/** What every answer of the till carries: it is for one reader, kept by no cache, and may be read by wallets on other sites. */
export function commonHeaders(origin: string, refunds: RefundTerms | undefined): Headers {
  const headers = new Headers({
    'Cache-Control': 'private, no-store',
    Vary: 'PAYMENT-SIGNATURE, Authorization, SIGN-IN-WITH-X, Cookie',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': exposed,
  })
  if (refunds !== undefined) {
    headers.append('Link', `<${origin}${paths.refunds}>; rel="refund-request"; type="application/json"`)
    if (refunds.contact !== undefined) headers.append('Link', `<${contactUrl(refunds.contact)}>; rel="refund-contact"`)
  }
  return headers
}

/** The answer to a browser that asks whether a script of another site may pay here. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD, POST, OPTIONS',
      'Access-Control-Allow-Headers': accepted,
      'Access-Control-Expose-Headers': exposed,
      'Access-Control-Max-Age': '86400',
    },
  })

/** Problem details (RFC 9457) as JSON. @param reason what a payment service says */
export function problemOf(refusal: Refusal | null, reason: string | null): string {
  if (refusal === null) return JSON.stringify({ type: `${kinds}payment-required`, title: 'Payment required', status: 402 })
  const { status, code, problem, title, sentence } = refusals[refusal]
  const type = status === 402 ? `${kinds}${problem}` : 'about:blank'
  return JSON.stringify({ type, title, status, detail: sentence, code, ...(reason !== null && { reason }) })
}

/** Whether to come again with the same payment. */
export const isPassing = (refusal: Refusal): boolean => refusals[refusal].status === 425 || refusals[refusal].status === 503

export const comeAgain = { name: 'Retry-After', value: retryAfter } as const

/** Where the draft of the `Payment` scheme names its kinds of error. */
const kinds = 'https://paymentauth.org/problems/'

/** A mail address is written as people write it, or as a link. */
export const contactUrl = (contact: string): string => new URL(URL.canParse(contact) ? contact : `mailto:${contact}`).href
