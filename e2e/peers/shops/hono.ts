import { paymentMiddleware } from '@x402/hono'
import { Hono } from 'hono'
import { Request as NodeRequest } from 'mppx-peer/server/core'
import { goods, openShop, type OpenShop } from './shop'
import { resourceServer, routes } from './x402-v2'

/** `@x402/hono` alone. It hands out the pieces itself; only the style and the pictures come from elsewhere. */
export const openHono: OpenShop = (world) => {
  const app = new Hono()
  app.use(paymentMiddleware(routes, resourceServer(world)))
  for (const { path, piece } of goods) app.get(path, (context) => context.html(piece))
  return openShop('hono', (site) => {
    for (const { path } of goods) site.get(path, NodeRequest.toNodeListener(async (request) => app.fetch(request)))
  })
}
