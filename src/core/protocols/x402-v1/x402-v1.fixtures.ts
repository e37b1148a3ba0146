import type { Answer } from '../dialect'

/** Challenges of version 1 to test with: a newspaper asking $0.01 on Base Sepolia. */
export const page = 'https://news.example/2026/wren?ref=front'

export const accepts = {
  scheme: 'exact',
  network: 'base-sepolia',
  maxAmountRequired: '10000',
  resource: page,
  description: 'The wren',
  mimeType: 'text/html',
  payTo: '0x209693Bc6afc0C5328bA36FaF03C514EF312287C',
  maxTimeoutSeconds: 60,
  asset: '0x036CbD53842c5426634e7929541eC2318f3dCF7e',
  outputSchema: { input: { type: 'http', method: 'GET', discoverable: true } } as Record<string, unknown> | null,
  extra: { name: 'USDC', version: '2' } as Record<string, unknown> | null,
}

export const challenge = { x402Version: 1, error: 'X-PAYMENT header is required', accepts: [accepts] }

export const saying = (body: string, status = 402): Answer => ({ url: page, status, headers: new Map(), body })
export const asking = (json: unknown, status = 402): Answer => saying(JSON.stringify(json), status)
