import { terms } from '../purchase/machine.fixtures'
import type { Covering } from './covers'
import type { Offer } from './dialect'

/** What a seller offers for an amount, in atomic units of a token. @param covers as its seller says; null where it says nothing */
export const offerOf = (token: Offer['token'], amount: bigint, covers: Covering | null = null): Offer => ({
  scheme: 'exact',
  token,
  amount,
  payTo: terms.payTo,
  maxTimeoutSeconds: 60,
  flow: 'authorization',
  nonce: null,
  expires: null,
  raw: JSON.stringify({ extra: covers === null ? {} : { covers } }),
})
