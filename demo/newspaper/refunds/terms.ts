import type { ResourceServerExtension } from '@x402/core/types'
import type { RequestHandler } from 'express'
import { privateKeyToAccount } from 'viem/accounts'
import type { RefundDesk, Terms } from './desk'
import type { Purse } from './pay-back'

/** Where requests go, and where it is written what a reader may expect. */
export const refundPaths = { endpoint: '/refunds', policy: '/refunds/policy', wellKnown: '/.well-known/x402-dispute.json' } as const

const refundKey = 'refund'
/** What a route's `extensions` say so that its challenge names the terms. */
export const declaresRefunds = { [refundKey]: { info: {} } } as const

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

const infoAt = (origin: string, { windowSeconds, partialRefunds }: Terms) => ({
  refundEndpoint: new URL(refundPaths.endpoint, origin).href,
  windowSeconds,
  partialRefunds,
  policyUrl: new URL(refundPaths.policy, origin).href,
})

/** Names the terms in the challenge (x402, refund extension). */
export function refundExtension(desk: Pick<RefundDesk, 'terms'>): ResourceServerExtension {
  return {
    key: refundKey,
    enrichPaymentRequiredResponse: async (_declaration, { resourceInfo }) => ({ info: infoAt(resourceInfo.url, desk.terms), schema }),
  }
}

/** Who is written to. */
export interface Contact {
  /** mailto: */
  readonly letters: string
  /** Who arbitrates, where the paper has named somebody. */
  readonly adr?: string
}

/** Names the terms at the place that is the same on every site. */
export function wellKnownTerms(desk: RefundDesk, { network, key, otherKey }: Pick<Purse, 'network' | 'key' | 'otherKey'>, { letters, adr }: Contact): RequestHandler {
  const signers = [key, ...(otherKey === undefined ? [] : [otherKey])].map((one) => `did:pkh:${network}:${privateKeyToAccount(one).address}`)
  return (req, res) => {
    const origin = `${req.protocol}://${req.get('host') ?? ''}`
    res.set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache' })
    res.json({ v: 1, ...infoAt(origin, desk.terms), contact: letters, signers, ...(adr !== undefined && { adr }) })
  }
}

/** Names where requests go, or who is written to, beside every answer (RFC 8288). */
export function refundLinks({ endpoint, letters }: { readonly endpoint?: string; readonly letters: string }): RequestHandler {
  const request = endpoint === undefined ? [] : [`<${endpoint}>; rel="refund-request"; type="application/json"`]
  const header = [...request, `<${letters}>; rel="refund-contact"`].join(', ')
  return (_req, res, next) => {
    res.set('Link', header)
    next()
  }
}
