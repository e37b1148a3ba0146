import { json, Router } from 'express'
import * as v from 'valibot'
import type { Article } from './article'
import { parseDollars } from './dollars'
import type { Till } from './till'

/** What tests and the tour turn while the paper runs. */
export interface Controls {
  readonly till: Till
  readonly articles: readonly Article[]
  /** How often each piece was handed out in full, by slug, free visits included. */
  readonly served: ReadonlyMap<string, number>
  /** What readers wrote with their tips, oldest first. */
  readonly notes: readonly string[]
  /** Milliseconds the slow piece takes. */
  slowMs: number
  /** What is paid for does not come: the money is taken, and the answer is a fault. */
  isJammed: boolean
}

const newPrice = v.object({ slug: v.string(), usd: v.string() })
const pace = v.strictObject({
  slowMs: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120_000))),
  isJammed: v.exactOptional(v.boolean()),
})

/**
 * - `GET /control`: counters and settings
 * - `POST /control {slowMs?, isJammed?}`
 * - `POST /control/price {slug, usd}`: `usd` is a string, "0.06"
 * - `POST /control/forget`: makes every cookie handed out so far worthless
 */
export function controlRoutes(controls: Controls): Router {
  const { till, articles } = controls
  const router = Router()
  router.use(json({ limit: '4kb' }))
  router.get('/', (_req, res) => {
    const prices = articles.map((article): [string, string | null] => [article.slug, till.prices.of(article)?.toString() ?? null])
    const { slowMs, isJammed, served, notes } = controls
    res.json({ slowMs, isJammed, prices: Object.fromEntries(prices), sold: Object.fromEntries(till.sold), served: Object.fromEntries(served), notes })
  })
  router.post('/', (req, res) => {
    const wanted = v.safeParse(pace, req.body)
    if (wanted.success) Object.assign(controls, wanted.output)
    res.status(wanted.success ? 204 : 400).end()
  })
  router.post('/price', (req, res) => {
    const wanted = v.safeParse(newPrice, req.body)
    const article = wanted.success ? articles.find(({ slug }) => slug === wanted.output.slug) : undefined
    const amount = wanted.success ? parseDollars(wanted.output.usd) : null
    const valid = article?.price !== undefined && amount !== null && amount > 0n
    if (valid) till.prices.set(article, amount)
    res.status(valid ? 204 : 400).end()
  })
  router.post('/forget', (_req, res) => {
    till.entitlements.forget()
    res.status(204).end()
  })
  return router
}
