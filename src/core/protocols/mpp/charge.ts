import * as v from 'valibot'
import type { Bytes32 } from '../../hex'
import { err, ok, type Result } from '../../result'
import { readJson } from '../base64-json'
import { decodeBase64UrlText } from '../base64'
import type { OfferFault } from '../faults'
import { evmNonce, usdcNonce } from './nonce'
import { chargeRequest, evmDetails, usdcDetails, usdcProfiles, type EchoedParams, type EvmDetails } from './wire'

/** A charge that is paid with an EIP-3009 authorization, its fields not yet judged. */
export interface Charge {
  readonly amount: string
  /** The token's contract. */
  readonly currency: string
  readonly recipient: string
  readonly description: string | null
  readonly chainId: number
  /** What the seller says the token has; undefined where it does not. */
  readonly decimals: unknown
  readonly nonce: Bytes32
}

/** The charge in a challenge of either method, or why its kind is not paid. */
export function readCharge(params: EchoedParams): Result<Charge, OfferFault> {
  if (params.method !== 'evm' && params.method !== 'usdc') return err('unknown-scheme')
  if (params.intent !== 'charge') return err('not-once')
  const text = decodeBase64UrlText(params.request)
  const json = text === null ? null : readJson(text)
  const request = json?.ok === true ? v.safeParse(chargeRequest, json.value) : null
  if (text === null || request?.success !== true) return err('malformed')
  const { amount, currency, recipient, description, methodDetails } = request.output
  const details = params.method === 'evm' ? readEvm(methodDetails) : readUsdc(methodDetails)
  if (!details.ok) return details
  const { chainId, decimals } = details.value
  const nonce = params.method === 'evm' ? evmNonce(params) : usdcNonce(params, text)
  return ok({ amount, currency, recipient, description: description ?? null, chainId, decimals, nonce })
}

/** Without a list of what is accepted, method evm means transactions that the reader would send and pay gas for. */
function readEvm(json: unknown): Result<EvmDetails, OfferFault> {
  const details = v.safeParse(evmDetails, json)
  return details.success ? acceptable(details.output, []) : err('malformed')
}

/** The details stand in an object named like the kind of charge, and no other kind's may stand beside it. */
function readUsdc(json: unknown): Result<EvmDetails, OfferFault> {
  const outer = v.safeParse(usdcDetails, json)
  if (!outer.success) return err('malformed')
  if (outer.output.type !== 'evm' || !isFirstVersion(outer.output.version)) return err('unknown-scheme')
  if (usdcProfiles.some((profile) => profile !== 'evm' && outer.output[profile] !== undefined)) return err('malformed')
  const details = v.safeParse(evmDetails, outer.output.evm)
  if (!details.success) return err('malformed')
  return details.output.decimals === undefined ? err('malformed') : acceptable(details.output, ['authorization'])
}

/**
 * Splits of the price among several payees, and Permit2, both need an allowance given beforehand (draft-evm-charge-00,
 * "Payment Splits"): refused, also where an authorization is listed beside them.
 * @param otherwise what is accepted where the seller does not say
 */
function acceptable(details: EvmDetails, otherwise: readonly string[]): Result<EvmDetails, OfferFault> {
  if (!isFirstVersion(details.version)) return err('unknown-scheme')
  const { splits, credentialTypes = otherwise } = details
  if (splits !== undefined && splits !== null && !(Array.isArray(splits) && splits.length === 0)) return err('needs-approval')
  if (!Array.isArray(credentialTypes)) return err('malformed')
  if (credentialTypes.includes('authorization')) return ok(details)
  return err(credentialTypes.includes('permit2') ? 'needs-approval' : 'unknown-scheme')
}

/** A method that changes so that old wallets misread it says a version of 2 or more (draft-httpauth-payment-00, "Versioning"). */
const isFirstVersion = (version: unknown): boolean => version === undefined || version === 1
