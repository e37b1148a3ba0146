import * as v from 'valibot'
import { parseAddress, toChecksumAddress } from '../authorization/address'
import { parseAtomic } from '../money/atomic'
import type { Token } from '../networks/networks'
import { err, ok, type Result } from '../result'
import type { Offer, SignedTransfer } from './dialect'
import type { OfferFault } from './faults'
import { chooseToken, readPayee, type PayingContext } from './paying'

/**
 * Scheme exact on EVM with EIP-3009, as both versions of x402 have it: what an entry of `accepts` must say to be paid,
 * and what a payment says. The versions differ in names and envelopes only.
 */

const text = (max: number) => v.fallback(v.pipe(v.string(), v.maxLength(max)), '')

/** An amount in atomic units: 2^256 has 78 digits. */
export const amountText = text(78)

/** The fields both versions name alike. One of the wrong type reads as one that no rule accepts, and so gets that rule's fault. */
export const exactFields = {
  scheme: text(64),
  network: text(64),
  asset: text(128),
  payTo: text(128),
  maxTimeoutSeconds: v.fallback(v.number(), 0),
  extra: v.fallback(
    v.nullish(
      v.looseObject({
        name: v.optional(v.unknown()),
        version: v.optional(v.unknown()),
        decimals: v.optional(v.unknown()),
        assetTransferMethod: v.optional(v.unknown()),
        paymentFlow: v.optional(v.unknown()),
      }),
    ),
    null,
  ),
}

/** What an entry says, whichever version wrote it: the network in CAIP-2, the amount in atomic units as text. */
export interface ExactTerms {
  readonly scheme: string
  readonly network: string
  readonly amount: string
  readonly asset: string
  readonly payTo: string
  readonly maxTimeoutSeconds: number
  readonly extra?: ExactExtra | null | undefined
}

interface ExactExtra {
  readonly name?: unknown
  readonly version?: unknown
  readonly decimals?: unknown
  readonly assetTransferMethod?: unknown
  readonly paymentFlow?: unknown
}

/**
 * Reads one entry's terms, or says why it cannot be paid: the first reason in the order scheme, network, method, token,
 * amount, payee, time. Only the token's address is taken from the wire, to be compared: name, version and decimals are
 * the pinned ones. `entry` is the whole entry as the server sent it.
 */
export function readExactOffer(terms: ExactTerms, entry: unknown, context: PayingContext): Result<Offer, OfferFault> {
  if (terms.scheme !== 'exact') return err('unknown-scheme')
  const token = chooseToken(terms.network, context)
  if (!token.ok) return token
  const flow = readFlow(terms)
  if (!flow.ok) return flow
  const fault = checkToken(terms, token.value)
  if (fault !== null) return err(fault)
  const amount = parseAtomic(terms.amount)
  if (amount === null || amount === 0n) return err('bad-amount')
  const payTo = readPayee(terms.payTo, token.value)
  if (payTo === null) return err('bad-payee')
  const seconds = terms.maxTimeoutSeconds
  if (!Number.isSafeInteger(seconds) || seconds <= 0) return err('bad-window')
  const raw = JSON.stringify(entry)
  return ok({ scheme: 'exact', token: token.value, amount, payTo, maxTimeoutSeconds: seconds, flow: flow.value, nonce: null, expires: null, raw })
}

/** Absent means EIP-3009 and 'authorization' (x402 v2, scheme exact on EVM; payment flows). Permit2 and its like need an allowance. */
function readFlow({ extra }: ExactTerms): Result<Offer['flow'], OfferFault> {
  const method = extra?.assetTransferMethod ?? 'eip3009'
  if (method !== 'eip3009') return err('needs-approval')
  const flow = extra?.paymentFlow ?? 'authorization'
  return flow === 'authorization' || flow === 'upfront' ? ok(flow) : err('unknown-flow')
}

/** Name and version are required by the scheme; the network's decimals may be left out, but not be different. */
function checkToken({ asset, extra }: ExactTerms, token: Token): OfferFault | null {
  if (parseAddress(asset) !== token.address) return 'unknown-asset'
  const decimals = extra?.decimals ?? token.decimals
  return extra?.name === token.name && extra.version === token.version && decimals === token.decimals ? null : 'asset-mismatch'
}

/** `payload` of a payment: the signed EIP-3009 message, in JSON's types (x402, scheme exact on EVM). */
export function exactPayload({ authorization, signature }: SignedTransfer) {
  return {
    signature,
    authorization: {
      from: toChecksumAddress(authorization.from),
      to: toChecksumAddress(authorization.to),
      value: authorization.value.toString(),
      validAfter: authorization.validAfter.toString(),
      validBefore: authorization.validBefore.toString(),
      nonce: authorization.nonce,
    },
  }
}
