import type { Dialect } from '../dialect'
import type { PayingContext } from '../paying'
import { readChallenge } from './read'
import { readSettlement } from './settlement'
import { writePayment } from './write'

/** x402 version 2, scheme exact, EIP-3009 (https://github.com/x402-foundation/x402, specs). */
export function x402v2(context: PayingContext): Dialect {
  return {
    id: 'x402-v2',
    readChallenge: (answer) => readChallenge(answer, context),
    writePayment,
    readSettlement,
  }
}
