import { text, Router, type ErrorRequestHandler, type Request, type Response } from 'express'
import * as v from 'valibot'
import type { Answer, RefundDesk, Refusal } from './desk'
import { longestRequest, readCounter, readRequest } from './request'

/** How the endpoint behaves; all but the first are of a seller one cannot rely on. */
export const manners = [
  'honest',
  /** The connection is cut before anything is read. */
  'gone',
  /** Everything is taken, and no answer comes until the manner changes. */
  'silent',
  /** Everything is taken, and answered with ten megabytes. */
  'huge',
  /** Everything is taken, and answered with what is no JSON. */
  'malformed',
] as const
export type Manner = (typeof manners)[number]

const refusals: Readonly<Record<Refusal, { readonly status: number; readonly error: string }>> = {
  unknown: { status: 404, error: 'No such request was made here.' },
  other: { status: 409, error: 'Another request was made under this key.' },
  closed: { status: 409, error: 'There is nothing here to be answered.' },
}

const hugeAnswer = () => `{"status":"executed","note":"${'x'.repeat(10 * 1024 * 1024)}"}`

/** Where wallets ask for money back, over HTTP (docs/PROTOCOLS.md, "How a server answers"). */
export class RefundEndpoint {
  #manner: Manner = 'honest'
  #held: (() => void)[] = []
  readonly #desk: RefundDesk
  /** How many requests came, by any way. */
  posts = 0
  /** How often somebody looked for an answer. */
  looks = 0

  constructor(desk: RefundDesk) {
    this.#desk = desk
  }

  get manner(): Manner {
    return this.#manner
  }

  /** What waits for an answer gets it. */
  behave(manner: Manner): void {
    this.#manner = manner
    for (const answer of this.#held.splice(0)) answer()
  }

  get routes(): Router {
    const router = Router()
    router.use((req, res, next) => {
      // Whoever asks says who they are by a signature and by nothing a browser adds.
      res.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'content-type, x-reminder', 'Cache-Control': 'no-store' })
      if (req.method === 'OPTIONS') res.sendStatus(204)
      else if (this.#manner === 'gone') req.socket.destroy()
      else next()
    })
    router.use(text({ type: 'application/json', limit: longestRequest }))
    router.post('/', async (req, res) => {
      this.posts += 1
      const body = textOf(req)
      const asked = body === null ? null : readRequest(body)
      if (body === null || asked === null) res.status(400).json({ error: 'This is no request that can be read here.' })
      else this.#send(res, await this.#desk.take(asked, body, req.get('x-reminder') === '1'))
    })
    router.post('/:key', (req, res) => {
      const body = textOf(req)
      const counter = body === null ? null : readCounter(body)
      if (counter === null) res.status(400).json({ error: 'This is no answer that can be read here.' })
      else this.#send(res, this.#desk.counter(req.params.key, counter.words, counter.signature))
    })
    router.get('/:key', (req, res) => {
      this.looks += 1
      const one = this.#desk.find(req.params.key)
      this.#send(res, one === null ? 'unknown' : this.#desk.answerOf(one))
    })
    router.use(unread)
    return router
  }

  #send(res: Response, answer: Answer | Refusal): void {
    const send = () => {
      if (typeof answer === 'string') res.status(refusals[answer].status).json({ error: refusals[answer].error })
      else if (this.#manner === 'huge') res.type('json').send(hugeAnswer())
      else if (this.#manner === 'malformed') res.type('json').send('{"status":"executed","amount":')
      else res.json(answer)
    }
    if (this.#manner === 'silent') this.#held.push(send)
    else send()
  }
}

/** The body as it came; null where it is not JSON by its type. */
const textOf = (req: Request): string | null => (typeof req.body === 'string' ? req.body : null)

const unreadable = v.object({ status: v.pipe(v.number(), v.minValue(400), v.maxValue(499)) })

/** What is too long, or no text. */
const unread: ErrorRequestHandler = (error, _req, res, next) => {
  const read = v.safeParse(unreadable, error)
  if (read.success && !res.headersSent) res.status(read.output.status).json({ error: 'This is no request that can be read here.' })
  else next(error)
}
