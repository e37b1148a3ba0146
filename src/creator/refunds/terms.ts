import { getAddress } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { paths, type RefundTerms, type ShopOptions } from '../options'
import { contactUrl } from '../till/answers'

/** Where it is written for people what they may expect. */
export const policyPath = `${paths.refunds}/policy`

const infoOf = (origin: string, { windowSeconds, partialRefunds, policyUrl }: RefundTerms) => ({
  refundEndpoint: new URL(paths.refunds, origin).href,
  windowSeconds,
  partialRefunds,
  policyUrl: policyUrl ?? new URL(policyPath, origin).href,
})

/** What stands at the place that is the same on every site. */
export function wellKnown({ origin, network, key, payTo }: Pick<ShopOptions, 'origin' | 'network' | 'key' | 'payTo'>, refunds: RefundTerms) {
  const signer = key === undefined ? getAddress(payTo) : privateKeyToAccount(key).address
  return { v: 1, ...infoOf(origin, refunds), ...(refunds.contact !== undefined && { contact: contactUrl(refunds.contact) }), signers: [`did:pkh:${network}:${signer}`] } as const
}
