import type { Dialect } from '../dialect'
import type { PayingContext } from '../paying'
import { readChallenge } from './read'
import { readSettlement } from './settlement'
import { writePayment } from './write'

/**
 * The `Payment` HTTP authentication scheme (https://paymentauth.org, draft-httpauth-payment-00), intent charge, methods evm
 * (draft-evm-charge-00) and usdc on EVM networks (draft-usdc-charge-00), both paid with an EIP-3009 authorization.
 */
export function mpp(context: PayingContext): Dialect {
  return {
    id: 'mpp',
    readChallenge: (answer) => readChallenge(answer, context),
    writePayment,
    readSettlement,
  }
}
