import { createJWS } from '@x402/extensions/offer-receipt'
import type { PaymentRequirements, ResourceServerExtension } from '@x402/core/types'
import type { Hex } from 'viem'
import type { Shares } from './article'
import { jwsSigner } from './guestbook/jws'

const feesKey = 'farthing-fees'

/** What a route's `extensions` say so that its prices are declared. */
export const declaresFees = { [feesKey]: { info: {} } } as const

/**
 * Says in every price what of it goes to the platform and to the payment service (docs/PROTOCOLS.md, "Where the money goes").
 * @param sharesOf what is passed on of the piece at an address
 * @param payeeKey of the account that is paid, where it signs what it says; null where it is only said
 */
export function feesExtension(sharesOf: (url: string) => Shares, payeeKey: Hex | null): ResourceServerExtension {
  return {
    key: feesKey,
    dynamicInfoFields: ['statements'],
    enrichPaymentRequiredResponse: async (_declaration, { requirements, resourceInfo }) => {
      const payloads = requirements.map((one) => statement(one, resourceInfo.url, sharesOf(resourceInfo.url)))
      return { info: { statements: await Promise.all(payloads.map((payload) => written(payload, payeeKey))) } }
    },
  }
}

function statement({ network, asset, payTo, amount }: PaymentRequirements, resourceUrl: string, { platformBps, facilitator, to }: Shares) {
  const price = BigInt(amount)
  const platform = (price * platformBps) / 10_000n
  const items = [
    { kind: 'platform', amount: platform.toString(), paidBy: 'seller', ...(to && { account: to.platform }) },
    { kind: 'facilitator', amount: facilitator.toString(), paidBy: 'seller', ...(to && { account: to.facilitator }) },
  ]
  return { version: 1, resourceUrl, network, asset, payTo, amount, items }
}

async function written(payload: ReturnType<typeof statement>, key: Hex | null) {
  return key === null ? { format: 'plain', payload } : { format: 'jws', signature: await createJWS(payload, jwsSigner(key)) }
}
