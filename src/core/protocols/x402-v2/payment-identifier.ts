import type { Bytes32 } from '../../hex'
import { echo } from './echo'

/**
 * The extension `payment-identifier` (x402): an id that is the same for every attempt at one purchase, so that a seller can tell a
 * repetition from a second sale. It says nothing new: it is taken from the nonce, which travels beside it.
 */
export const paymentIdentifier = (challenge: unknown, nonce: Bytes32): Readonly<Record<string, unknown>> =>
  echo(challenge, 'payment-identifier', { id: `pay_${nonce.slice(2, 34)}` })
