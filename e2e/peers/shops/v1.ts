import { paymentMiddleware } from 'x402-express'
import type { World } from '../../../demo/world/index'
import { tokenAddress, tokenDecimals, tokenDomain } from '../../../demo/world/token'
import { network } from './network-v1'
import { goods, openShop, payee, price, type Good, type OpenShop, type Shop } from './shop'

const eip712 = { name: tokenDomain.name, version: tokenDomain.version }
const asset = { address: tokenAddress, decimals: tokenDecimals, eip712 } as const

/** @param toPeople what a browser is shown; absent, the server's own page, made to be paid with other wallets */
function open(name: string, { facilitator }: World, toPeople?: (good: Good) => string): Promise<Shop> {
  const routes = goods.map((good) => {
    const page = toPeople === undefined ? {} : { customPaywallHtml: toPeople(good) }
    const config = { description: good.title, mimeType: 'text/html', ...page }
    return [`GET ${good.path}`, { price: { amount: price.toString(), asset }, network, config }] as const
  })
  const url = new URL(facilitator)
  const till = paymentMiddleware(payee, Object.fromEntries(routes), { url: `http://${url.host}` })
  return openShop(name, (site) => void site.use(till), { isSilent: toPeople !== undefined })
}

/** `x402-express`, the last server of version 1, with a page of the paper's own for people. Programs are told the price in JSON. */
export const openV1: OpenShop = (world) => open('v1', world, ({ teaser }) => teaser)

/** The same with the stock page: two megabytes of another wallet's program, and no challenge in it. */
export const openStockV1: OpenShop = (world) => open('stock-v1', world)
