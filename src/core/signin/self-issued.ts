import { findNetwork, type NetworkId } from '../networks/networks'
import { err, ok, type Result } from '../result'
import type { SignInAsk, SignInFault } from './ask'
import { secureSite, spellingFault, toRfc3986 } from './spelling'

/** Servers refuse what was issued in their future, and clocks differ. */
const backDated = 2_000
const lifetime = 5 * 60_000

/**
 * An ask that no site has made: it opens a page known to be bought with the first request, without a 402 before it.
 * Only for a site where the reader agreed to be recognised.
 * @param nonce 8 to 128 letters and digits, never used before
 * @param now milliseconds since 1970
 */
export function selfIssued(url: string, network: NetworkId, nonce: string, now: number): Result<SignInAsk, SignInFault> {
  const page = secureSite(url)
  if (page === null) return err('not-secure')
  if (findNetwork(network) === undefined) return err('unknown-network')
  const issued = now - backDated
  const ask: SignInAsk = {
    domain: page.host,
    // From its parts: credentials and fragment are nobody's business.
    uri: page.origin + toRfc3986(page.pathname + page.search),
    network,
    nonce,
    issuedAt: new Date(issued).toISOString(),
    expirationTime: new Date(issued + lifetime).toISOString(),
    notBefore: null,
    statement: null,
    requestId: null,
    resources: [],
  }
  const fault = spellingFault(ask, page)
  return fault === null ? ok(ask) : err(fault)
}
