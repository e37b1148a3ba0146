import type { Answer } from '../dialect'
import { chainId } from '../paying.fixtures'

/** `Payment` challenges to test with: a newspaper asking $0.01 on Base Sepolia. */
export const page = 'https://www.wren-news.com/2026/wren?ref=front'

export const usdc = '0x036CbD53842c5426634e7929541eC2318f3dCF7e'
export const recipient = '0x209693Bc6afc0C5328bA36FaF03C514EF312287C'

export const evmRequest = {
  amount: '10000',
  currency: usdc,
  methodDetails: { chainId, credentialTypes: ['authorization'], decimals: 6 } as Record<string, unknown>,
  recipient,
}

export const usdcRequest = {
  ...evmRequest,
  methodDetails: { evm: evmRequest.methodDetails, type: 'evm' } as Record<string, unknown>,
}

export const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url')

export const params = {
  id: 'x7Tg2pLqR9mKvNwY3hBcZa',
  realm: 'www.wren-news.com',
  method: 'evm',
  intent: 'charge',
  request: base64url(JSON.stringify(evmRequest)),
  expires: '2026-12-01T12:05:00.500Z',
}

type Params = Readonly<Record<string, string | undefined>>

/** A challenge as a server writes it, every value quoted. An undefined one is left out. */
export function written(changed: Params = {}): string {
  const entries = Object.entries<string | undefined>({ ...params, ...changed })
  const parts = entries.flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${value.replace(/[\\"]/g, '\\$&')}"`]))
  return `Payment ${parts.join(', ')}`
}

export const requesting = (request: unknown, changed: Params = {}): string => written({ request: base64url(JSON.stringify(request)), ...changed })

export const answerWith = (header: string, more: Partial<Answer> = {}): Answer => ({
  url: page,
  status: 402,
  headers: new Map([['www-authenticate', header]]),
  ...more,
})
