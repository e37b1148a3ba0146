import { json, Router } from 'express'
import * as v from 'valibot'
import type { Desk } from './desk'
import { guestBookChange } from './switches'

/**
 * - `GET /control`: switches and counters (switches.ts)
 * - `POST /control {offers?, receipts?, signIn?}`: turns switches; answers like GET
 * - `POST /control/forget`: nobody has paid for anything any more
 */
export function controlRoutes(desk: Desk): Router {
  const router = Router()
  router.use(json({ limit: '4kb' }))
  router.get('/', (_req, res) => res.json(desk.state))
  router.post('/', (req, res) => {
    const change = v.safeParse(guestBookChange, req.body)
    if (change.success) desk.change(change.output)
    res.status(change.success ? 200 : 400).json(change.success ? desk.state : { error: v.summarize(change.issues) })
  })
  router.post('/forget', (_req, res) => {
    desk.register.forget()
    res.status(204).end()
  })
  return router
}
