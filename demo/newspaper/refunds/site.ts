import { randomBytes } from 'node:crypto'
import { urlencoded, Router, type Request, type Response } from 'express'
import * as v from 'valibot'
import { parseDollars } from '../dollars'
import type { Paper } from '../paper'
import { refundControls } from './control'
import { denials, RefundDesk, type Case } from './desk'
import { deskPage, policyPage } from './page'
import type { Purse } from './pay-back'
import { RefundEndpoint } from './routes'
import type { Sales } from './sales'
import { refundPaths, wellKnownTerms, type Contact } from './terms'

export interface RefundSiteOptions extends Contact {
  readonly paper: Paper
  readonly purse: Purse
  readonly sales: Sales
  /** Whether the terms are at the place that is the same on every site. */
  readonly isWellKnown: boolean
}

export interface RefundSite {
  readonly desk: RefundDesk
  /** Where the paper's people answer: a path that nobody guesses. */
  readonly deskPath: string
  readonly routes: Router
}

/** Everything of a paper that has to do with giving money back. */
export function refundSite({ paper, purse, sales, isWellKnown, ...contact }: RefundSiteOptions): RefundSite {
  const desk = new RefundDesk(purse, sales)
  const endpoint = new RefundEndpoint(desk)
  const deskPath = `/desk/refunds/${randomBytes(16).toString('base64url')}`
  const routes = Router({ caseSensitive: true, strict: true })
  routes.get(refundPaths.policy, (_req, res) => res.send(policyPage(paper, desk.terms, contact.letters)))
  routes.use(refundPaths.endpoint, endpoint.routes)
  if (isWellKnown) routes.get(refundPaths.wellKnown, wellKnownTerms(desk, purse, contact))
  routes.use('/control/refunds', refundControls(desk, endpoint))
  routes.use(deskPath, deskRoutes(paper, desk, deskPath))
  return { desk, deskPath, routes }
}

const pressed = v.variant('do', [
  v.object({ do: v.literal('all') }),
  v.object({ do: v.literal('part'), amount: v.string() }),
  v.object({ do: v.literal('no'), reason: v.picklist(denials), note: v.pipe(v.string(), v.trim(), v.maxLength(500)) }),
])

const notices = {
  done: 'Done.',
  failed: 'The payment service did not take it. Nothing was paid back; try it again.',
  wrong: 'That amount cannot be paid back.',
} as const

function deskRoutes(paper: Paper, desk: RefundDesk, path: string): Router {
  const router = Router()
  const show = (res: Response, notice: keyof typeof notices | null, status = 200) => {
    res.set({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' })
    res.status(status).send(deskPage(paper, desk, path, notice === null ? null : notices[notice]))
  }
  router.get('/', (req, res) => show(res, req.query['done'] === undefined ? null : 'done'))
  router.post('/:key', urlencoded({ extended: false, limit: '8kb' }), async (req: Request<{ key: string }>, res) => {
    const wanted = v.safeParse(pressed, req.body)
    const one = desk.find(req.params.key)
    const outcome = wanted.success && one !== null ? await carryOut(desk, one, wanted.output) : 'wrong'
    if (outcome === 'done') res.redirect(303, `${path}?done`)
    else show(res, outcome, 409)
  })
  return router
}

async function carryOut(desk: RefundDesk, one: Case, wanted: v.InferOutput<typeof pressed>): Promise<keyof typeof notices> {
  if (wanted.do === 'no') return desk.decline(one, wanted.reason, wanted.note) ? 'done' : 'wrong'
  const most = desk.mostOf(one)
  const amount = wanted.do === 'all' ? most : parseDollars(wanted.amount)
  if (amount === null || amount <= 0n || amount > most || one.answer.status !== 'pending') return 'wrong'
  return (await desk.accept(one, amount)) ? 'done' : 'failed'
}
