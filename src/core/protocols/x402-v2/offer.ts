import * as v from 'valibot'
import { parseAddress } from '../../authorization/address'
import { parseAtomic } from '../../money/atomic'
import type { Token } from '../../networks/networks'
import { err, ok, type Result } from '../../result'
import type { Offer } from '../dialect'
import type { OfferFault } from '../faults'
import { chooseToken, readPayee, type PayingContext } from '../paying'
import { paymentRequirements, type PaymentRequirements } from './wire'

/**
 * Reads one entry of `accepts`, or says why it cannot be paid: the first reason in the order scheme, network,
 * method, token, amount, payee, time. Only the token's address is taken from the wire, to be compared:
 * name, version and decimals are the pinned ones.
 */
export function readOffer(entry: unknown, context: PayingContext): Result<Offer, OfferFault> {
  const parsed = v.safeParse(paymentRequirements, entry)
  if (!parsed.success) return err('unknown-scheme')
  const wire = parsed.output
  if (wire.scheme !== 'exact') return err('unknown-scheme')
  const token = chooseToken(wire.network, context)
  if (!token.ok) return token
  const flow = readFlow(wire)
  if (!flow.ok) return flow
  const fault = checkToken(wire, token.value)
  if (fault !== null) return err(fault)
  const amount = parseAtomic(wire.amount)
  if (amount === null || amount === 0n) return err('bad-amount')
  const payTo = readPayee(wire.payTo, token.value)
  if (payTo === null) return err('bad-payee')
  const seconds = wire.maxTimeoutSeconds
  if (!Number.isSafeInteger(seconds) || seconds <= 0) return err('bad-window')
  const raw = JSON.stringify(entry)
  return ok({ scheme: 'exact', token: token.value, amount, payTo, maxTimeoutSeconds: seconds, flow: flow.value, nonce: null, expires: null, raw })
}

/** Absent means EIP-3009 and 'authorization' (x402 v2, scheme exact on EVM; payment flows). Permit2 and its like need an allowance. */
function readFlow({ extra }: PaymentRequirements): Result<Offer['flow'], OfferFault> {
  const method = extra?.assetTransferMethod ?? 'eip3009'
  if (method !== 'eip3009') return err('needs-approval')
  const flow = extra?.paymentFlow ?? 'authorization'
  return flow === 'authorization' || flow === 'upfront' ? ok(flow) : err('unknown-flow')
}

/** Name and version are required by the scheme; the network's decimals may be left out, but not be different. */
function checkToken({ asset, extra }: PaymentRequirements, token: Token): OfferFault | null {
  if (parseAddress(asset) !== token.address) return 'unknown-asset'
  const decimals = extra?.decimals ?? token.decimals
  return extra?.name === token.name && extra.version === token.version && decimals === token.decimals ? null : 'asset-mismatch'
}
