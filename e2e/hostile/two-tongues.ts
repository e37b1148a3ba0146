import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { accounts } from '../../demo/world/accounts'
import { chainId } from '../../demo/world/anvil'
import { tokenAddress, tokenDecimals } from '../../demo/world/token'
import { give, page, paymentOf, readPayment, settle, type Answerer, type Exchange, type Payment } from './answers'
import { challengeFor, honestOffer, type WireOffer } from './challenges'

/** What is asked for in one dialect. */
export interface Asked {
  /** Atomic units. */
  readonly amount: string
  readonly payTo?: string
}

export interface TwoTongues {
  /** Entries of PAYMENT-REQUIRED (x402 v2); absent: no such header. */
  readonly x402?: readonly (Asked & Partial<WireOffer>)[]
  /** Challenges of the Payment scheme (MPP, method evm) in WWW-Authenticate. */
  readonly mpp?: readonly (Asked & { readonly id?: string })[]
}

/** A payment as it reached the seller, in either dialect. */
export interface Received {
  readonly dialect: 'x402-v2' | 'mpp'
  readonly path: string
  readonly authorization: Payment['payload']['authorization']
}

const base64url = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url')

/** The challenges as mppx 0.11.0 writes them. */
function wwwAuthenticate(asked: NonNullable<TwoTongues['mpp']>): string {
  return asked
    .map(({ amount, payTo = accounts.seller, id = randomBytes(24).toString('base64url') }) => {
      const methodDetails = { chainId, credentialTypes: ['authorization'], decimals: tokenDecimals }
      const request = base64url({ amount, currency: tokenAddress, methodDetails, recipient: payTo })
      const expires = new Date(Date.now() + 300_000).toISOString()
      return `Payment id="${id}", realm="evil.localhost", method="evm", intent="charge", request="${request}", expires="${expires}"`
    })
    .join(', ')
}

/** Answers 402 in both dialects, each with its own price. */
export function askInTwo({ response, url }: Exchange, { x402 = [], mpp = [] }: TwoTongues, body = page('<h1>For sale</h1>')): void {
  const offers = x402.map((asked) => ({ ...honestOffer, ...asked }))
  response.writeHead(402, {
    'content-type': 'text/html',
    'cache-control': 'no-store',
    ...(offers.length > 0 && { 'payment-required': challengeFor(url, offers) }),
    ...(mpp.length > 0 && { 'www-authenticate': wwwAuthenticate(mpp) }),
  }).end(body)
}

interface Credential {
  readonly payload: Payment['payload']['authorization'] & { readonly signature: `0x${string}` }
}

/** The payment a request carries, in whichever dialect. */
function received(request: IncomingMessage, path: string): { readonly payment: Payment; readonly received: Received } | null {
  const x402 = paymentOf(request)
  if (x402 !== null) {
    const payment = readPayment(x402)
    return { payment, received: { dialect: 'x402-v2', path, authorization: payment.payload.authorization } }
  }
  const scheme = /^Payment (?<credential>[\w-]+)$/.exec(request.headers.authorization ?? '')
  if (scheme?.groups === undefined) return null
  const { payload } = JSON.parse(Buffer.from(scheme.groups['credential'] ?? '', 'base64url').toString('utf8')) as Credential
  const { signature, from, to, value, validAfter, validBefore, nonce } = payload
  const authorization = { from, to, value, validAfter, validBefore, nonce }
  const accepted = { ...honestOffer, amount: value, payTo: to }
  return { payment: { accepted, payload: { signature, authorization } }, received: { dialect: 'mpp', path, authorization } }
}

/**
 * A seller who asks in two dialects, takes whatever payment comes through the facilitator, and then gives the piece.
 * @param asks what is asked for, read anew for each request
 * @param received where payments are written down as they come
 */
export function sellInTwo(facilitator: string, asks: () => TwoTongues, till: Received[], article = '<h1>The whole piece</h1>'): Answerer {
  return async (exchange) => {
    const came = received(exchange.request, new URL(exchange.url).pathname)
    if (came !== null) till.push(came.received)
    const wire = came === null ? null : Buffer.from(JSON.stringify({ x402Version: 2, ...came.payment })).toString('base64')
    const settlement = wire === null ? null : await settle(facilitator, wire)
    if (settlement === null || came === null) askInTwo(exchange, asks())
    else if (came.received.dialect === 'x402-v2') give(exchange.response, article, { 'payment-response': settlement })
    else give(exchange.response, article, { 'payment-receipt': receipt(settlement) })
  }
}

/** Payment-Receipt from what the facilitator said. */
function receipt(settlement: string): string {
  const { transaction } = JSON.parse(Buffer.from(settlement, 'base64').toString('utf8')) as { readonly transaction: string }
  return base64url({ method: 'evm', reference: transaction, status: 'success', timestamp: new Date().toISOString() })
}
