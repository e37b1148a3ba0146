import type { Answer } from '../dialect'
import { encodeBase64 } from '../base64'
import { active } from '../paying.fixtures'

/** Challenges to test with: a newspaper asking $0.01 on Base Sepolia. */
export const page = 'https://news.example/2026/wren?ref=front'

export const accepts = {
  scheme: 'exact',
  network: active as string,
  amount: '10000',
  asset: '0x036CbD53842c5426634e7929541eC2318f3dCF7e',
  payTo: '0x209693Bc6afc0C5328bA36FaF03C514EF312287C',
  maxTimeoutSeconds: 60,
  extra: { name: 'USDC', version: '2' } as Record<string, unknown> | null,
}

export const challenge = {
  x402Version: 2,
  error: 'Payment required',
  resource: { url: page, description: 'The wren', mimeType: 'text/html' },
  accepts: [accepts],
}

export const answerWith = (header: string, status = 402): Answer => ({ url: page, status, headers: new Map([['payment-required', header]]) })
export const asking = (json: unknown, status = 402): Answer => answerWith(encodeBase64(JSON.stringify(json)), status)
