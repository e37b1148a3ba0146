import type { Hono, MiddlewareHandler } from 'hono'
import type { Shop } from './shop'

/**
 * A shop in front of a Hono site. To be used before everything else:
 * `app.use(farthing(shop, app))`.
 */
export function farthing(shop: Shop, app: Pick<Hono, 'fetch'>): MiddlewareHandler {
  /** Requests of the shop's to the site behind it. */
  const inside = new WeakSet<Request>()
  return async ({ req, env }, next) => {
    if (inside.has(req.raw)) return next()
    return shop.handle(req.raw, async (request) => {
      inside.add(request)
      return app.fetch(request, env as object)
    })
  }
}
