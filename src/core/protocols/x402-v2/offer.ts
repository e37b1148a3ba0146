import * as v from 'valibot'
import { err, type Result } from '../../result'
import type { Offer } from '../dialect'
import { readExactOffer } from '../exact'
import type { OfferFault } from '../faults'
import type { PayingContext } from '../paying'
import { paymentRequirements } from './wire'

/** Reads one entry of `accepts`, or says why it cannot be paid. */
export function readOffer(entry: unknown, context: PayingContext): Result<Offer, OfferFault> {
  const parsed = v.safeParse(paymentRequirements, entry)
  return parsed.success ? readExactOffer(parsed.output, entry, context) : err('unknown-scheme')
}
