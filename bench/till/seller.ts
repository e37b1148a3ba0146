/**
 * One seller in a process of its own: `seller.ts <kind> <chain> <facilitator> [books]`. Prints the address at which it sells, as JSON,
 * and ends with its input.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { HTTPFacilitatorClient } from '@x402/core/server'
import { ExactEvmScheme } from '@x402/evm/exact/server'
import { paymentMiddleware, x402ResourceServer } from '@x402/express'
import express from 'express'
import { accounts } from '../../demo/world/accounts'
import { loopback } from '../../demo/world/listen'
import { tokenAddress, tokenDomain } from '../../demo/world/token'
import { farthing } from '../../src/creator/express'
import { openShop } from '../../src/creator/shop'

const [kind, chain = '', facilitator = '', books = 'memory://'] = process.argv.slice(2)
const network = 'eip155:31337'
const rest = `<p>${'The rest of a long essay about ferries. '.repeat(200)}</p>`

const server = express().disable('x-powered-by')
const listening = server.listen(0, loopback)
await once(listening, 'listening')
const origin = `http://${loopback}:${(listening.address() as AddressInfo).port}`
server.get('/cpu', (_req, res) => void res.json(process.cpuUsage()))
console.log(JSON.stringify({ url: origin + (await (kind === 'x402' ? bare() : kit())) }))
process.stdin.on('end', () => process.exit(0)).resume()

/** The official middleware as its own readme sets it up. It signs nothing, and knows nobody again. */
async function bare(): Promise<string> {
  const { name, version } = tokenDomain
  const price = { amount: '100000', asset: tokenAddress, extra: { name, version } }
  const accepts = { scheme: 'exact', network, payTo: accounts.seller, maxTimeoutSeconds: 120, price } as const
  const resources = new x402ResourceServer(new HTTPFacilitatorClient({ url: facilitator })).register(network, new ExactEvmScheme())
  server.use(paymentMiddleware({ 'GET /rest': { accepts, description: 'The ferry' } }, resources))
  server.get('/rest', (_req, res) => void res.send(rest))
  return '/rest'
}

/** The kit in front of a site: both dialects, sign-in, books. */
async function kit(): Promise<string> {
  const site = express().disable('x-powered-by')
  site.get('/essays/ferry', (_req, res) => {
    res.send(`<!doctype html><html lang="en"><head><title>The ferry</title></head><body><pay-wall price="0.10" currency="USD"><p>It begins.</p><section data-paid>${rest}</section></pay-wall></body></html>`)
  })
  const shop = await openShop({ name: 'Ada', origin, payTo: accounts.seller.toLowerCase() as `0x${string}`, network, facilitator, endpoint: chain, books })
  server.use(farthing(shop, site))
  return '/farthing/parts/1/essays/ferry'
}
