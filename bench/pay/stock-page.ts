import type { RequestHandler } from 'express'
import { paymentMiddleware } from 'x402-express'
import { windows } from '../../demo/newspaper/articles'
import { articlePage } from '../../demo/newspaper/page'
import { lantern } from '../../demo/newspaper/lantern'
import { createSite, finishSite } from '../../demo/newspaper/site'
import { accounts } from '../../demo/world/accounts'
import { chainId } from '../../demo/world/anvil'
import { listen } from '../../demo/world/listen'
import { tokenAddress, tokenDecimals, tokenDomain } from '../../demo/world/token'
import type { World } from '../../demo/world/index'
import { network } from '../../e2e/peers/shops/network-v1'
import { nameServer } from '../../e2e/support/host-log'

/** The last server of version 1, which brings the stock page for people: a program that pays with any wallet of the browser. */
export interface StockShop {
  url(issue: number): string
  close(): Promise<void>
}

const price = 50_000n
const path = `/${windows.slug}`
const rpc = '/rpc'

/** It sells the same piece of the same paper, over the same chain and facilitator, with the page as the package has it. */
export async function openStockShop(world: World): Promise<StockShop> {
  const site = createSite()
  site.post(rpc, relay(world.chain.direct))
  site.use(onThisChain)
  const asset = { address: tokenAddress, decimals: tokenDecimals, eip712: { name: tokenDomain.name, version: tokenDomain.version } } as const
  const route = { price: { amount: price.toString(), asset }, network, config: { description: windows.title, mimeType: 'text/html' } }
  site.use(paymentMiddleware(accounts.partner, { [`GET ${path}`]: route }, { url: `http://${new URL(world.facilitator).host}` }))
  site.get(path, (_req, res) => void res.type('html').send(articlePage(lantern, windows)))
  finishSite(site, lantern)
  const { port, close } = await listen(site)
  const origin = `http://stock.localhost:${port}`
  await nameServer(origin, 'a seller: the shop with the stock page')
  return { url: (issue) => `${origin}${path}?issue=${issue}`, close }
}

/** The page's program knows Base and its test network. Where the latter is, and what it is called, is put in its place; nothing else. */
const localWords = [
  ['"base-sepolia"', `"eip155:${chainId}"`],
  ['84532', String(chainId)],
  ['0x036CbD53842c5426634e7929541eC2318f3dCF7e', tokenAddress],
  ['"https://sepolia.base.org"', `location.origin+"${rpc}"`],
] as const

let localProgram: string | null = null

const onThisChain: RequestHandler = (_req, res, next) => {
  const send = res.send.bind(res)
  res.send = (body: unknown) => send(res.statusCode === 402 && typeof body === 'string' ? localised(body) : body)
  next()
}

/** The program is the same each time, and is changed once; before it stands what is asked for. */
function localised(page: string): string {
  const end = page.lastIndexOf('</head>')
  localProgram ??= localWords.reduce((text, [there, here]) => text.replaceAll(there, here), page.slice(end))
  return page.slice(0, end) + localProgram
}

/** The page reads balances from the chain, whose own endpoint tells pages of other origins nothing. */
function relay(chain: string): RequestHandler {
  return async (req, res) => {
    const pieces: Buffer[] = []
    for await (const piece of req) pieces.push(piece as Buffer)
    const answer = await fetch(chain, { method: 'POST', headers: { 'content-type': 'application/json' }, body: Buffer.concat(pieces) })
    res.type('json').send(await answer.text())
  }
}
