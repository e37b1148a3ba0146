import { randomBytes } from 'node:crypto'
import { json, Router } from 'express'
import * as v from 'valibot'
import { toHex } from 'viem'
import { denials, type Answer, type Case, type RefundDesk } from './desk'
import { manners, type RefundEndpoint } from './routes'

const hash = v.pipe(v.string(), v.regex(/^0x[0-9a-f]{64}$/))
const atomic = v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,77}$/))

const answer = v.strictObject({
  status: v.picklist(['executed', 'pending', 'denied']),
  amount: v.exactOptional(atomic),
  refundTxHash: v.exactOptional(hash),
  denialReason: v.exactOptional(v.picklist(denials)),
  note: v.exactOptional(v.string()),
  disputeId: v.exactOptional(hash),
})

/** Body of `POST /control/refunds`. Parts left out stay as they are. */
export const refundChange = v.strictObject({
  manner: v.exactOptional(v.picklist(manners)),
  windowSeconds: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  partialRefunds: v.exactOptional(v.boolean()),
})
export type RefundChange = v.InferOutput<typeof refundChange>

/** Body of `POST /control/refunds/answer`: what is done about a request, and what is said of it. */
export const refundAnswer = v.strictObject({
  /** The request's idempotency key. */
  key: v.string(),
  /** Atomic units that are paid back. Absent: nothing. */
  pay: v.exactOptional(atomic),
  /** 'any': the refund carries a nonce that names no dispute. */
  nonce: v.exactOptional(v.picklist(['own', 'any']), 'own'),
  /** 'other': from the account that the paper keeps for it, and names in its public file. */
  from: v.exactOptional(v.picklist(['takings', 'other']), 'takings'),
  /** What is said, whatever was done. Absent: the truth. */
  say: v.exactOptional(answer),
})
export type RefundAnswer = v.InferInput<typeof refundAnswer>

/** Answer of `/control/refunds`. */
export const refundState = v.object({
  manner: v.picklist(manners),
  windowSeconds: v.number(),
  partialRefunds: v.boolean(),
  /** How many requests came to the endpoint, whatever they were, and how often somebody looked for an answer. */
  posts: v.number(),
  looks: v.number(),
  /** Oldest first. */
  requests: v.array(
    v.object({
      key: v.string(),
      disputeId: v.string(),
      payer: v.string(),
      amount: v.string(),
      reason: v.string(),
      words: v.string(),
      evidence: v.record(v.string(), v.string()),
      counter: v.nullable(v.string()),
      posts: v.number(),
      reminders: v.number(),
      /** As it arrived. */
      body: v.string(),
      answer,
    }),
  ),
})
export type RefundState = v.InferOutput<typeof refundState>

/**
 * - `GET /control/refunds`: what was asked, and how the paper behaves
 * - `POST /control/refunds {manner?, windowSeconds?, partialRefunds?}`
 * - `POST /control/refunds/answer {key, pay?, nonce?, from?, say?}`
 * - `POST /control/refunds/forget`: honest again, and nobody has asked for anything
 */
export function refundControls(desk: RefundDesk, endpoint: RefundEndpoint): Router {
  const router = Router()
  router.use(json({ limit: '16kb' }))
  router.get('/', (_req, res) => res.json(stateOf(desk, endpoint)))
  router.post('/', (req, res) => {
    const change = v.safeParse(refundChange, req.body)
    if (!change.success) return void res.status(400).json({ error: v.summarize(change.issues) })
    const { manner, ...terms } = change.output
    if (manner !== undefined) endpoint.behave(manner)
    desk.terms = { ...desk.terms, ...terms }
    res.json(stateOf(desk, endpoint))
  })
  router.post('/answer', async (req, res) => {
    const wanted = v.safeParse(refundAnswer, req.body)
    const one = wanted.success ? desk.find(wanted.output.key) : null
    const done = wanted.success && one !== null && (await carryOut(desk, one, wanted.output))
    res.status(done ? 200 : 400).json(done ? stateOf(desk, endpoint) : { error: 'not done' })
  })
  router.post('/forget', (_req, res) => {
    endpoint.behave('honest')
    endpoint.posts = endpoint.looks = 0
    desk.forget()
    res.json(stateOf(desk, endpoint))
  })
  return router
}

async function carryOut(desk: RefundDesk, one: Case, { pay, nonce, from, say }: v.InferOutput<typeof refundAnswer>): Promise<boolean> {
  if (pay !== undefined) {
    const isPaid = await desk.accept(one, BigInt(pay), { ...(nonce === 'any' && { nonce: toHex(randomBytes(32)) }), ...(from === 'other' && desk.otherKey !== undefined && { key: desk.otherKey }) })
    if (!isPaid) return false
  }
  if (say !== undefined) one.answer = say satisfies Answer
  return true
}

function stateOf(desk: RefundDesk, { manner, posts, looks }: RefundEndpoint): RefundState {
  const requests = desk.cases.toReversed().map((one) => {
    const { message, words, evidence } = one.asked
    const { idempotencyKey: key, disputeId, payer, amount, reason } = message
    const { counter, body, posts, reminders } = one
    return { key, disputeId, payer, amount, reason, words, evidence: Object.fromEntries(evidence), counter, posts, reminders, body, answer: desk.answerOf(one) }
  })
  return { manner, ...desk.terms, posts, looks, requests }
}
