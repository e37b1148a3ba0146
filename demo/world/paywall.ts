import { decodePaymentRequiredHeader, encodePaymentResponseHeader, HTTPFacilitatorClient } from '@x402/core/http'
import { x402HTTPResourceServer, x402ResourceServer, type HTTPRequestContext, type RoutesConfig } from '@x402/core/server'
import type { Network } from '@x402/core/types'
import { ExactEvmScheme } from '@x402/evm/exact/server'
import { paymentMiddlewareFromHTTPServer } from '@x402/express'
import type { Request, RequestHandler, Response } from 'express'
import { formatUnits, type Address } from 'viem'
import type { Chain } from './chain'
import { Sessions } from './sessions'
import { Settlements } from './settlements'
import { tokenAddress, tokenDecimals, tokenDomain } from './token'

/** Something with a price, at a route of its own. */
export interface ForSale {
  readonly route: string
  readonly title: string
  /** Atomic units of the token. Asked on every request. */
  readonly price: (context: HTTPRequestContext) => bigint
  /** The HTML a person sees who has not paid. `usd` is null where the price is not known. */
  readonly refusal: (usd: string | null, notice: string | null) => string
  /** How long the seller takes between checking a payment and having something to send, in milliseconds. */
  readonly delayMs?: () => number
}

/** How often a route was served, and why. */
export interface Served {
  /** Payments settled. */
  readonly paid: number
  /** The same payment shown again because its answer was lost. */
  readonly again: number
  /** Readers who came back with their cookie. */
  readonly revisits: number
}

export interface Paywall {
  /** Lets through who has paid; answers 402 to everybody else. */
  readonly middleware: RequestHandler
  readonly served: (route: string) => Served
  /** Makes every cookie worthless. */
  readonly forget: () => void
}

export interface Till {
  readonly items: readonly ForSale[]
  readonly facilitator: string
  readonly chain: Chain
  readonly payTo: Address
  readonly serviceName: string
}

const paymentHeader = 'payment-signature'
const facilitatorPatienceMs = 30_000

/** The reference middleware of x402, and round it what a newspaper needs and it does not do. */
export async function createPaywall(till: Till): Promise<Paywall> {
  const items = new Map(till.items.map((item) => [item.route, item]))
  const sessions = new Sessions()
  const settlements = new Settlements(till.chain, till.payTo)
  const served = new Map<string, Served>()
  const count = (route: string, kind: keyof Served) => {
    const before = served.get(route) ?? nothingServed
    served.set(route, { ...before, [kind]: before[kind] + 1 })
  }

  const server = createResourceServer(till, settlements, (route) => count(route, 'paid'))
  const http = new x402HTTPResourceServer(server, routesOf(till))
  await http.initialize()
  const charge = paymentMiddlewareFromHTTPServer(http, undefined, undefined, false)

  const middleware: RequestHandler = async (request, response, next) => {
    const item = items.get(request.path)
    // Another spelling of a route (case, %2F): the reference middleware matches those too, and the paper has no such page.
    if (item === undefined) return charge(request, response, next)
    // The reference middleware would charge for a HEAD, or serve it unpaid where only GET is priced.
    if (request.method !== 'GET') Reflect.deleteProperty(request.headers, paymentHeader)
    refuseInWords(item, request, response)
    rememberOnDelivery(item.route, request, response, sessions, settlements)

    if (sessions.opens(item.route, request.get('cookie'))) {
      count(item.route, 'revisits')
      next()
      return
    }
    const header = request.get(paymentHeader)
    if (header !== undefined && (await settlements.lookUp(item.route, header)) !== undefined) {
      count(item.route, 'again')
      next()
      return
    }
    return charge(request, response, afterDelay(item, next))
  }
  return { middleware, served: (route) => served.get(route) ?? nothingServed, forget: () => sessions.forget() }
}

const nothingServed: Served = { paid: 0, again: 0, revisits: 0 }

function routesOf(till: Till): RoutesConfig {
  const network: Network = `eip155:${till.chain.id}`
  // No method in the pattern: "GET /x" would let HEAD /x through unpaid.
  return Object.fromEntries(
    till.items.map((item) => [
      item.route,
      {
        accepts: {
          scheme: 'exact',
          network,
          payTo: till.payTo,
          maxTimeoutSeconds: 60,
          // The library knows no dollars on a local chain: the asset is named, with its EIP-712 domain.
          price: (context: HTTPRequestContext) => ({
            asset: tokenAddress,
            amount: String(item.price(context)),
            extra: { name: tokenDomain.name, version: tokenDomain.version },
          }),
        },
        description: item.title,
        mimeType: 'text/html',
        serviceName: till.serviceName,
      },
    ]),
  )
}

function createResourceServer(till: Till, settlements: Settlements, paid: (route: string) => void): x402ResourceServer {
  const facilitator = new HTTPFacilitatorClient({ url: till.facilitator, timeoutMs: facilitatorPatienceMs })
  return new x402ResourceServer(facilitator)
    .register(`eip155:${till.chain.id}`, new ExactEvmScheme())
    .onBeforeSettle(async ({ transportContext }) => {
      // The same payment sent twice at once: the second is served on the first one's money.
      const { route, header } = asked(transportContext)
      const result = settlements.find(route, header)
      return result === undefined ? undefined : { skip: true, result }
    })
    .onAfterSettle(async ({ transportContext, result }) => {
      const { route, header } = asked(transportContext)
      if (result.success && settlements.settled(route, header, { ...result, extensions: undefined, extra: undefined })) paid(route)
    })
    .onSettleFailure(async ({ transportContext, paymentPayload }) => {
      const { route, header } = asked(transportContext)
      settlements.uncertain(route, header, paymentPayload.payload)
    })
}

/** The route and the payment of the request a hook is called for, as this server received them. */
function asked(transportContext: unknown): { readonly route: string; readonly header: string } {
  const { request } = transportContext as { readonly request: HTTPRequestContext }
  return { route: request.path, header: request.adapter.getHeader(paymentHeader) ?? '' }
}

/** Gives the seller's delay between the check of a payment and the page. */
function afterDelay(item: ForSale, next: (error?: unknown) => void): (error?: unknown) => void {
  const delay = item.delayMs?.() ?? 0
  if (delay === 0) return next
  return (error) => void setTimeout(() => next(error), delay)
}

/**
 * A person gets a page with every 402. The reference middleware sends one only before a payment and only to "Mozilla";
 * everybody else, and everybody whose payment was refused, would see `{}`.
 */
function refuseInWords(item: ForSale, request: Request, response: Response): void {
  if (request.accepts(['json', 'html']) !== 'html') return
  const send = response.send.bind(response)
  response.send = (body?: unknown) => {
    response.send = send
    if (response.statusCode !== 402) return send(body)
    const tried = request.get(paymentHeader) !== undefined
    return send.call(response.type('html'), item.refusal(askedPrice(response), tried ? notice(response) : null))
  }
}

/** The price this 402 asks, in dollars, read back from its own header. */
function askedPrice(response: Response): string | null {
  const header = response.get('payment-required')
  const amount = header === undefined ? undefined : decodePaymentRequiredHeader(header).accepts[0]?.amount
  if (amount === undefined) return null
  const [whole = '0', cents] = formatUnits(BigInt(amount), tokenDecimals).split('.')
  return cents === undefined ? whole : `${whole}.${cents.padEnd(2, '0')}`
}

function notice(response: Response): string {
  return response.get('payment-required') === undefined
    ? 'Your payment was sent on, and no answer came back. Open this page again with the same payment: you will not be charged a second time.'
    : 'That payment was not accepted, and you were not charged by it.'
}

/**
 * When a page that was paid for leaves, its receipt and the cookie for coming back leave with it.
 * Not before: headers set earlier would survive a settlement that fails, and open the page for nothing.
 */
function rememberOnDelivery(route: string, request: Request, response: Response, sessions: Sessions, settlements: Settlements): void {
  const header = request.get(paymentHeader)
  if (header === undefined) return
  onHeaders(response, () => {
    const settlement = response.statusCode === 200 ? settlements.find(route, header) : undefined
    if (settlement === undefined) return
    response.setHeader('payment-response', encodePaymentResponseHeader(settlement))
    response.appendHeader('set-cookie', sessions.cookie(route))
  })
}

/** Calls `act` once, just before the response's headers are written. */
function onHeaders(response: Response, act: () => void): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => Response
  let done = false
  response.writeHead = (...args: unknown[]) => {
    if (!done) {
      done = true
      act()
    }
    return writeHead(...args)
  }
}
