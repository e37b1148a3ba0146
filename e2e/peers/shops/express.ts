import { paymentMiddleware } from '@x402/express'
import { openShop, type OpenShop } from './shop'
import { resourceServer, routes } from './x402-v2'

/** `@x402/express` alone: no cookie, no memory, and to people its own page that says only that a payment is required. */
export const openExpress: OpenShop = (world) =>
  openShop('express', (site) => void site.use(paymentMiddleware(routes, resourceServer(world))))
