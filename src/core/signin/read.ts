import * as v from 'valibot'
import { findNetwork, type NetworkId } from '../networks/networks'
import { err, ok, type Result } from '../result'
import type { SignInAsk, SignInFault } from './ask'
import { secureSite, spellingFault } from './spelling'
import { timingFault } from './timing'
import { signInExtension, signInKey, supportedChain, type SignInInfo } from './wire'

/**
 * What the site that answered asks a returning reader to sign. Null when it does not speak `sign-in-with-x`.
 * Never throws. An empty optional field counts as none: implementations of EIP-4361 disagree about its text.
 * @param challengeJson the decoded PAYMENT-REQUIRED
 * @param answeredUrl the URL that answered, after redirects: nobody else may ask
 * @param now milliseconds since 1970
 */
export function readSignIn(challengeJson: unknown, answeredUrl: string, network: NetworkId, now: number): Result<SignInAsk, SignInFault> | null {
  const extension = extensionOf(challengeJson)
  if (extension === null) return null
  const site = secureSite(answeredUrl)
  if (site === null) return err('not-secure')
  const parsed = v.safeParse(signInExtension, extension)
  if (!parsed.success) return err('wrong-shape')
  const { info, supportedChains } = parsed.output
  if (info.version !== '1') return err('wrong-version')
  if (!takes(supportedChains, network)) return err('unknown-network')
  const ask = askOf(info, network)
  const fault = spellingFault(ask, site) ?? timingFault(ask, now)
  return fault === null ? ok(ask) : err(fault)
}

function extensionOf(challenge: unknown): unknown {
  const carrier = v.safeParse(v.looseObject({ extensions: v.looseObject({ [signInKey]: v.unknown() }) }), challenge)
  return carrier.success ? carrier.output.extensions[signInKey] ?? null : null
}

function takes(chains: readonly unknown[], network: NetworkId): boolean {
  return findNetwork(network) !== undefined && chains.some((chain) => v.is(supportedChain, chain) && chain.chainId === network)
}

function askOf(info: SignInInfo, network: NetworkId): SignInAsk {
  return {
    domain: info.domain,
    uri: info.uri,
    network,
    nonce: info.nonce,
    issuedAt: info.issuedAt,
    expirationTime: info.expirationTime || null,
    notBefore: info.notBefore || null,
    statement: info.statement || null,
    requestId: info.requestId || null,
    resources: info.resources ?? [],
  }
}
