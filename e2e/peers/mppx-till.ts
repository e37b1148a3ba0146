import { randomBytes } from 'node:crypto'
import { charge } from 'mppx-peer/evm/server'
import { Mppx } from 'mppx-peer/server/core'
import { chainId } from '../../demo/world/anvil'
import { tokenAddress, tokenDecimals, tokenDomain } from '../../demo/world/token'

/** Seconds a payment may take to settle: the shortest time for which the wallet signs. */
const maxTimeoutSeconds = 30

/** What came of asking for money: the answer to give instead of the piece, or a way to put the receipt on it. */
export type Charged =
  | { readonly paid: false; readonly refusal: Response }
  | { readonly paid: true; readonly withReceipt: (piece: Response) => Response }

/** Asks whoever makes a request for a price. @param price dollars in digits, "0.05" */
export type Till = (request: Request, price: string) => Promise<Charged>

/**
 * Takes money as x402 v2 (scheme exact) with mppx, which shares no code with the packages of the protocol's authors. It differs
 * from them where the text leaves room: it settles before the piece is made, remembers no payment, says 500 and no word about the
 * settlement where its facilitator fails, whatever happened to the money, and answers in JSON to browsers too.
 * @param facilitator base URL
 */
export function mppxTill(facilitator: string, recipient: `0x${string}`): Till {
  const evm = charge({
    currency: tokenAddress,
    decimals: tokenDecimals,
    chainId,
    authorization: { name: tokenDomain.name, version: tokenDomain.version },
    recipient,
    x402: { facilitator, maxTimeoutSeconds },
  })
  const mppx = Mppx.create({ methods: [evm], secretKey: randomBytes(32).toString('hex') })
  return async (request, price) => {
    const charged = await mppx.charge({ amount: price })(request)
    if (charged.status === 402) return { paid: false, refusal: charged.challenge }
    return { paid: true, withReceipt: (piece) => charged.withReceipt(piece) }
  }
}
