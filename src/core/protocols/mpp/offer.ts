import * as v from 'valibot'
import { parseAddress } from '../../authorization/address'
import { longestValidity } from '../../authorization/validity'
import { parseAtomic } from '../../money/atomic'
import type { Token } from '../../networks/networks'
import { err, ok, type Result } from '../../result'
import type { Offer } from '../dialect'
import type { OfferFault } from '../faults'
import { chooseToken, readPayee, type PayingContext } from '../paying'
import { readCharge, type Charge } from './charge'
import { paymentHeaderName } from './payment-header'
import { namesAnotherSite } from './realm'
import { readTimestamp } from './timestamp'
import { echoedParams, type EchoedParams } from './wire'
import type { AuthChallenge } from '../www-authenticate'

/** A challenge's offer, and what it says is sold. */
export interface DescribedOffer {
  readonly offer: Offer
  readonly description: string | null
}

/** The digest of no body at all, as RFC 9530 writes it and as mppx does. */
const nothing = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
const digestsOfNothing = [`sha-256=:${nothing}:`, `sha-256=${nothing}`]

/**
 * Reads one `Payment` challenge, or says why it cannot be paid: the first reason in the order shape, what it is bound to, kind,
 * network, token, amount, payee, time. Only the token's address is taken from the wire, to be compared: the rest is pinned.
 *
 * A server takes an authorization that is valid at its own clock, `validAfter` up to now and `validBefore` later than now, and
 * a challenge that names `expires` only until then (both as mppx checks them; the draft wants the two to coincide). So the
 * longest time is asked for, and `expires` ends it. mppx settles before the page is made: the offer says so.
 * @param answered the URL that answered
 */
export function readOffer(challenge: AuthChallenge, answered: string, context: PayingContext): Result<DescribedOffer, OfferFault> {
  const parsed = v.safeParse(echoedParams, Object.fromEntries(challenge.params))
  if (!challenge.wellFormed || !parsed.success) return err('malformed')
  const params = parsed.output
  const bound = checkBinding(params, answered)
  if (bound !== null) return err(bound)
  const charge = readCharge(params)
  if (!charge.ok) return charge
  const token = chooseToken(`eip155:${String(charge.value.chainId)}`, context)
  if (!token.ok) return token
  const fault = checkToken(charge.value, token.value)
  if (fault !== null) return err(fault)
  const amount = parseAtomic(charge.value.amount)
  if (amount === null || amount === 0n) return err('bad-amount')
  const payTo = readPayee(charge.value.recipient, token.value)
  if (payTo === null) return err('bad-payee')
  const expires = params.expires === undefined ? null : readTimestamp(params.expires)
  if (params.expires !== undefined && expires === null) return err('bad-window')
  const { nonce } = charge.value
  const paid = { scheme: 'exact', token: token.value, amount, payTo, maxTimeoutSeconds: longestValidity, flow: 'upfront' } as const
  return ok({ offer: { ...paid, nonce, expires, raw: JSON.stringify(params) }, description: params.description ?? charge.value.description })
}

/** Whose challenge it is, what request it is for, and where the payment goes. */
function checkBinding({ realm, digest, header }: EchoedParams, answered: string): OfferFault | null {
  if (namesAnotherSite(realm, answered)) return 'realm-elsewhere'
  if (digest !== undefined && !digestsOfNothing.includes(digest)) return 'not-a-page'
  return paymentHeaderName(header) === null ? 'unknown-scheme' : null
}

/** Decimals may be left out (method usdc: not), but not be different. */
function checkToken({ currency, decimals }: Charge, token: Token): OfferFault | null {
  if (parseAddress(currency) !== token.address) return 'unknown-asset'
  return decimals === undefined || decimals === token.decimals ? null : 'asset-mismatch'
}
