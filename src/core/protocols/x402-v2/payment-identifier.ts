import * as v from 'valibot'
import type { Bytes32 } from '../../hex'

const name = 'payment-identifier'
const declared = v.looseObject({ extensions: v.looseObject({ [name]: v.looseObject({ info: v.looseObject({}) }) }) })

/**
 * What a payment carries where the seller names the extension `payment-identifier` (x402): the declaration echoed, with an id
 * that is the same for every attempt at one purchase, so that a seller can tell a repetition from a second sale. Null where
 * it does not. The id says nothing new: it is taken from the nonce, which travels beside it.
 */
export function paymentIdentifier(challenge: unknown, nonce: Bytes32): Readonly<Record<string, unknown>> | null {
  const read = v.safeParse(declared, challenge)
  const declaration = read.success ? read.output.extensions[name] : undefined
  if (declaration === undefined) return null
  return { [name]: { ...declaration, info: { ...declaration.info, id: `pay_${nonce.slice(2, 34)}` } } }
}
