import type { PaymentRequired } from '@x402/core/types'
import { paymentMiddleware } from '@x402/express'
import type { RequestHandler } from 'express'
import { versionTwoScript } from '../../../src/core/protocols/paywall-page/paywall-page.fixtures'
import type { World } from '../../../demo/world/index'
import { openShop, type OpenShop, type Shop } from './shop'
import { resourceServer, routes } from './x402-v2'

/** A page as `@x402/paywall` made it: the script with its data as it was captured, about what is asked for here. Its program is left out. */
function stockPage(required: PaymentRequired): string {
  const data = versionTwoScript
    .replace(/(paymentRequired: ).*(,\n)/, (_, before: string, after: string) => `${before}${JSON.stringify(required)}${after}`)
    .replace(/(currentUrl: ).*(,\n)/, (_, before: string, after: string) => `${before}${JSON.stringify(required.resource.url)}${after}`)
  return `<!doctype html><html><head><meta charset="utf-8"><title>Payment Required</title><script>${data}</script></head>
<body><div id="root"><h1>Payment Required</h1><p>Connect a wallet to go on.</p></div></body></html>`
}

function open(name: string, world: World, before: RequestHandler[]): Promise<Shop> {
  const till = paymentMiddleware(routes, resourceServer(world), undefined, { generateHtml: stockPage })
  return openShop(name, (site) => void site.use(...before, till))
}

/** Until May 2026 the servers of version 2 left the challenge out of what they told browsers. */
const mute: RequestHandler = (req, res, next) => {
  const setHeader = res.setHeader.bind(res)
  if (req.accepts(['json', 'html']) === 'html') res.setHeader = (name, value) => (/^payment-required$/i.test(name) ? res : setHeader(name, value))
  next()
}

/** `@x402/express` with the stock page of version 2, its challenge beside it. */
export const openStockV2: OpenShop = (world) => open('stock-v2', world, [])

/** The same from before: browsers get the page and nothing else. */
export const openMuteStockV2: OpenShop = (world) => open('mute-v2', world, [mute])
