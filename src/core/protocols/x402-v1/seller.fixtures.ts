import { get, type IncomingMessage, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import express, { type Express } from 'express'
import { createPublicClient, custom, numberToHex, type Chain } from 'viem'
import { baseSepolia } from 'viem/chains'
import { verify } from 'x402/facilitator'
import { SettleRequestSchema, VerifyRequestSchema, type SettleResponse } from 'x402/types'
import { paymentMiddleware } from 'x402-express'
import type { Answer } from '../dialect'

/** A newspaper on the last server of version 1, `x402-express`, and a payment service that checks with that version's own code. */
export interface Seller {
  readonly url: string
  close(): Promise<unknown>
}

export const payee = '0x209693Bc6afc0C5328bA36FaF03C514EF312287C'
export const transaction = `0x${'ab'.repeat(32)}`
export const article = '<p>Troglodytes troglodytes.</p>'

export async function openSeller(description = 'The wren'): Promise<Seller> {
  const facilitator = await listen(facilitatorApp())
  const app = express()
  app.use(paymentMiddleware(payee, { '/wren': { price: '$0.01', network: 'base-sepolia', config: { description, mimeType: 'text/html' } } }, { url: `http://${facilitator.host}` }))
  app.get('/wren', (_, response) => void response.type('html').send(article))
  const seller = await listen(app)
  return { url: `http://${seller.host}/wren`, close: () => Promise.all([facilitator, seller].map(({ server }) => close(server))) }
}

const testnet: Chain = baseSepolia
/** A chain on which everybody has a dollar: all that the check reads there is a balance. */
const chain = createPublicClient({ chain: testnet, transport: custom({ request: async () => numberToHex(1_000_000n, { size: 32 }) }) })

function facilitatorApp(): Express {
  const app = express()
  app.use(express.json())
  app.post('/verify', async ({ body }, response) => {
    const { paymentPayload, paymentRequirements } = VerifyRequestSchema.parse(body)
    response.json(await verify(chain, paymentPayload, paymentRequirements))
  })
  app.post('/settle', ({ body }, response) => {
    const { paymentPayload } = SettleRequestSchema.parse(body)
    response.json({ success: true, transaction, network: paymentPayload.network } satisfies SettleResponse)
  })
  return app
}

async function listen(app: Express): Promise<{ readonly server: Server; readonly host: string }> {
  const server = await new Promise<Server>((resolve) => {
    const opened = app.listen(0, '127.0.0.1', () => resolve(opened))
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { server, host: `127.0.0.1:${address.port}` }
}

const close = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()))

/** Asks as a wallet does: headers in lower case, and the body. */
export async function ask(url: string, headers: Readonly<Record<string, string>>): Promise<Answer & { readonly body: string }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => get(url, { headers }, resolve).on('error', reject))
  const told = Object.entries(response.headers).map(([name, value]): [string, string] => [name, String(value)])
  return { url, status: response.statusCode ?? 0, headers: new Map(told), body: await text(response) }
}
