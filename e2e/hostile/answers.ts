import type { IncomingMessage, ServerResponse } from 'node:http'
import { challengeFor, honestOffer, type WireOffer } from './challenges'

export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** What the browser asked for. */
  readonly url: string
}
export type Answerer = (exchange: Exchange) => Promise<void> | void

interface AskOptions {
  /** An empty one is shown as Chromium's own error page, where no content script runs. */
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

export const page = (text: string): string => `<!doctype html><meta charset="utf-8"><title>For sale</title>${text}`
const teaser = page('<h1>For sale</h1><p>The rest costs money.</p>')

/** Answers 402 with this PAYMENT-REQUIRED. */
export function ask(response: ServerResponse, header: string, { body = teaser, headers = {} }: AskOptions = {}): void {
  response.writeHead(402, { 'payment-required': header, 'cache-control': 'no-store', 'content-type': 'text/html', ...headers }).end(body)
}

/** Asks for a cent, or for what `change` says. */
export function askHonestly({ response, url }: Exchange, change: Partial<WireOffer> = {}, options?: AskOptions): void {
  ask(response, challengeFor(url, [{ ...honestOffer, ...change }]), options)
}

export function give(response: ServerResponse, body: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store', ...headers }).end(page(body))
}

/** The payment a request carries, or null. */
export const paymentOf = (request: IncomingMessage): string | null => {
  const header = request.headers['payment-signature']
  return typeof header === 'string' ? header : null
}

export interface Sale {
  /** HTML that is given for the money. */
  readonly article: string
  readonly offer?: Partial<WireOffer>
  /** How it is asked for. */
  readonly asking?: AskOptions
}

/** A seller who takes the money, through the facilitator, and then gives the article. Where nothing was taken, it asks again. */
export function seller(facilitator: string, { article, offer, asking }: Sale): Answerer {
  return async (exchange) => {
    const header = paymentOf(exchange.request)
    const settlement = header === null ? null : await settle(facilitator, header)
    if (settlement === null) askHonestly(exchange, offer, asking)
    else give(exchange.response, article, { 'payment-response': settlement })
  }
}

/** Takes a payment to the facilitator. Returns the PAYMENT-RESPONSE header, or null when no money moved. */
export async function settle(facilitator: string, header: string): Promise<string | null> {
  const paymentPayload = readPayment(header)
  const response = await fetch(`${facilitator}/settle`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ x402Version: 2, paymentPayload, paymentRequirements: paymentPayload.accepted }),
  })
  const text = await response.text()
  const settled = JSON.parse(text) as { readonly success?: boolean }
  return settled.success === true ? Buffer.from(text).toString('base64') : null
}

/** A PAYMENT-SIGNATURE as its receiver reads it (x402 v2, scheme exact on EVM). */
export interface Payment {
  readonly accepted: WireOffer
  readonly payload: {
    readonly signature: `0x${string}`
    readonly authorization: Record<'from' | 'to' | 'nonce', `0x${string}`> & Record<'value' | 'validAfter' | 'validBefore', string>
  }
}
export const readPayment = (header: string): Payment => JSON.parse(Buffer.from(header, 'base64').toString('utf8')) as Payment
