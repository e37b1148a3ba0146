import type { Dialect } from '../dialect'
import type { PayingContext } from '../paying'
import { readChallenge } from './read'
import { readSettlement } from './settlement'
import { writePayment } from './write'

/** x402 version 1, scheme exact, EIP-3009 (https://github.com/coinbase/x402, specs/x402-specification-v1.md). */
export function x402v1(context: PayingContext): Dialect {
  return {
    id: 'x402-v1',
    readChallenge: (answer) => readChallenge(answer, context),
    writePayment,
    readSettlement,
  }
}
