import { getAddress } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { paths, type RefundTerms, type ShopOptions } from '../options'

/** Where it is written for people what they may expect. */
export const policyPath = `${paths.refunds}/policy`

/** JSON Schema of `info`. */
const schema = {
  type: 'object',
  properties: {
    refundEndpoint: { type: 'string', format: 'uri' },
    windowSeconds: { type: 'integer', minimum: 0 },
    partialRefunds: { type: 'boolean' },
    policyUrl: { type: 'string', format: 'uri' },
  },
  required: ['refundEndpoint', 'windowSeconds', 'partialRefunds'],
} as const

const infoOf = (origin: string, { windowSeconds, partialRefunds, policyUrl }: RefundTerms) => ({
  refundEndpoint: new URL(paths.refunds, origin).href,
  windowSeconds,
  partialRefunds,
  policyUrl: policyUrl ?? new URL(policyPath, origin).href,
})

/** What a challenge's `extensions` say of refunds (x402, refund extension). Empty where nothing is promised. */
export function refundDeclaration({ origin, refunds }: Pick<ShopOptions, 'origin' | 'refunds'>): { readonly refund?: { readonly info: ReturnType<typeof infoOf>; readonly schema: typeof schema } } {
  return refunds === undefined ? {} : { refund: { info: infoOf(origin, refunds), schema } }
}

/** Value of the `Link` header that belongs beside every 402 and 200 of the shop (RFC 8288). Null where nothing is promised. */
export function refundLinks({ refunds }: Pick<ShopOptions, 'refunds'>): string | null {
  if (refunds === undefined) return null
  const contact = refunds.contact === undefined ? [] : [`<${refunds.contact}>; rel="refund-contact"`]
  return [`<${paths.refunds}>; rel="refund-request"; type="application/json"`, ...contact].join(', ')
}

/** What stands at the place that is the same on every site. */
export function wellKnown({ origin, network, key, payTo }: Pick<ShopOptions, 'origin' | 'network' | 'key' | 'payTo'>, refunds: RefundTerms) {
  const signer = key === undefined ? getAddress(payTo) : privateKeyToAccount(key).address
  return { v: 1, ...infoOf(origin, refunds), ...(refunds.contact !== undefined && { contact: refunds.contact }), signers: [`did:pkh:${network}:${signer}`] } as const
}
