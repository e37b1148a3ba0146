import type { Answer } from '../dialect'
import { maxHeaderLength } from '../base64-json'
import { parseChallenges } from '../www-authenticate'
import { named, type Named } from './conventions'

/** An encoded payment request (Cashu NUT-18 and NUT-26). */
const cashuRequest = /^creq[ab]/i

/** The URIs that ask a Taler wallet to pay; others give money or take it back (draft-grothoff-taler-01). */
const talerPayment = /^(?:(?:web|ext)\+)?taler(?:\+http)?:\/\/pay(?:-template)?\//i

/**
 * How an answer asks for payment, where no dialect reads it: for answers of which `readChallenge` says null. x402 and MPP are
 * not looked for again. A 402 with nothing that can be read is 'unspecified'; null where nothing is asked. Never throws.
 */
export function readNamed({ status, headers }: Answer): Named | null {
  const isRefusal = status === 402 || status === 401
  const offered = isRefusal ? (headers.get('www-authenticate') ?? '').slice(0, maxHeaderLength) : ''
  const schemes = parseChallenges(offered).map(({ scheme }) => scheme)
  const says = (name: string, pattern: RegExp): boolean => pattern.test(headers.get(name) ?? '')
  // L402 and the name it had before (lightninglabs/L402, protocol specification). Old servers answer 401.
  if (schemes.includes('l402') || schemes.includes('lsat')) return named('l402')
  if (status === 402 && says('x-cashu', cashuRequest)) return named('cashu')
  // A paywall in front of a whole site, Paivana, is a page of its own, of any status.
  if (says('taler', talerPayment) || says('paivana', talerPayment)) return named('taler')
  if (status === 402 && headers.has('crawler-price')) return named('pay-per-crawl')
  // RSL 1.0: robots are let in with a licence.
  if (schemes.includes('license')) return named('rsl')
  return status === 402 ? named('unspecified') : null
}
