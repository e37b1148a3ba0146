import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

vi.mock('../../platform/browser', () => import('../browser.fixtures'))

import { memory } from '../browser.fixtures'
import { filing } from '../../core/dispute/dispute.fixtures'
import { delivered, refunded, sent, settled, signed, start, terms } from '../../core/purchase/machine.fixtures'
import type { PurchaseEvent } from '../../core/purchase/purchase'
import { newDatabase, newSealer } from '../../store/database.fixtures'
import { DisputeRepository } from '../../store/disputes'
import { purchaseRepository } from '../../store/purchases'
import type { Books } from '../books'
import { eraseSession } from '../session'
import { DisputeChores } from './chores'

const hour = 3_600_000
const day = 24 * hour
const dispute = '5e3aaea0-0000-4000-8000-000000000001'
const key = filing.request.idempotencyKey

/** A seller's server: it takes a request once, whatever is sent how often. */
class Seller {
  /** Every request that arrived, as "METHOD path". */
  readonly heard: string[] = []
  readonly requests = new Set<string>()
  readonly counters: string[] = []
  reminders = 0
  isReachable = true
  /** The answer gets lost: it has arrived, and nobody hears of it. */
  losesAnswer = false
  answers: { status: number; body: string } = { status: 200, body: JSON.stringify({ status: 'pending' }) }

  readonly fetch = async (url: string, { method = 'GET', body, headers }: { method?: string; body?: string; headers?: Record<string, string> } = {}): Promise<Response> => {
    if (!this.isReachable) throw new TypeError('Failed to fetch')
    const { pathname } = new URL(url)
    this.heard.push(`${method} ${pathname}`)
    const isKnown = this.requests.has(pathname.split('/')[2] ?? '')
    if (method === 'GET' && !isKnown) return new Response('', { status: 404 })
    if (method === 'POST') this.#take(pathname, JSON.parse(body ?? '{}') as Record<string, string>, headers ?? {})
    if (this.losesAnswer) throw new TypeError('Failed to fetch')
    return new Response(this.answers.body, { status: this.answers.status })
  }

  #take(pathname: string, body: Record<string, string>, headers: Record<string, string>): void {
    if (pathname !== '/refunds') this.counters.push(body['counter'] ?? '')
    else if (headers['X-Reminder'] === '1') this.reminders += 1
    else this.requests.add(body['idempotencyKey'] ?? '')
  }
}

/** What the chain shows when somebody looks. */
let onChain: readonly PurchaseEvent[] = []

async function newLife() {
  const [db, sealer] = [newDatabase(), newSealer()]
  const purchases = purchaseRepository(db, sealer)
  const reserved = await purchases.reserve({ id: crypto.randomUUID(), terms, resourceTag: 'wren', balance: 1_000_000n, at: start })
  if (!reserved.ok) throw new Error(reserved.error.code)
  const payment = reserved.value.id
  for (const event of [signed, sent, settled, delivered]) await purchases.append(payment, event)
  const disputes = new DisputeRepository(db, sealer)
  await disputes.file(dispute, payment, { type: 'filed', filing }, Date.now())
  const books = { purchases, disputes } as unknown as Books
  const news: string[] = []
  let isLocked = false
  const means = {
    open: async () => (isLocked ? null : books),
    lookForRefunds: async () => {
      for (const event of onChain) await purchases.append(payment, event)
      return { candidates: [], numbers: [], isWhole: true, fault: null }
    },
    news: {
      happened: async ({ log }: { readonly log: readonly { readonly event: { readonly type: string } }[] }) => void news.push(log.at(-1)?.event.type ?? ''),
      lockedOut: async () => void news.push('locked out'),
      showWaiting: async () => undefined,
    },
  }
  return {
    payment,
    news,
    /** A worker that has just woken up: nothing of the one before it is in memory. */
    worker: () => new DisputeChores(means),
    lock: (locked: boolean) => void (isLocked = locked),
    read: async () => (await disputes.get(dispute))?.dispute,
    events: async () => (await disputes.get(dispute))?.log.map(({ event }) => event.type) ?? [],
    /** Asks another time, which takes that the first request is over. */
    askAgain: (id: string) => disputes.file(id, payment, { type: 'filed', filing }, Date.now()),
    back: async (id: string) => (await disputes.get(id))?.dispute.refunded,
    happened: (event: Parameters<DisputeRepository['append']>[2]) => disputes.append(dispute, 'reader', event, Date.now()),
  }
}

let seller: Seller

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start + day })
  seller = new Seller()
  onChain = []
  memory.clear()
  await eraseSession().catch(() => undefined)
  vi.stubGlobal('fetch', seller.fetch)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const later = (ms: number): void => void vi.setSystemTime(Date.now() + ms)

describe('a request goes out once', () => {
  it('and is tried once, however often its page is read before anything is known', async () => {
    const life = await newLife()
    seller.isReachable = false
    const worker = life.worker()
    await Promise.all([worker.firstLook(dispute), worker.firstLook(dispute), worker.firstLook(dispute)])
    expect(await life.read()).toMatchObject({ unsent: 'request', tries: 1 })
  })

  it('after a time without a network, by however many workers, in however many tries', async () => {
    const life = await newLife()
    seller.isReachable = false
    for (let tries = 0; tries < 5; tries += 1) {
      await life.worker().attend(dispute)
      later(hour)
    }
    expect(await life.read()).toMatchObject({ state: 'filed', unsent: 'request', sentAt: null })
    seller.isReachable = true
    later(7 * hour)
    await Promise.all([life.worker().attend(dispute), life.worker().attend(dispute)])
    await life.worker().attend(dispute)
    expect(await life.read()).toMatchObject({ state: 'acknowledged', unsent: null })
    expect([...seller.requests]).toEqual([key])
  })

  it('where it had arrived and nobody heard the answer: it is asked for by its name, and not sent again', async () => {
    const life = await newLife()
    seller.losesAnswer = true
    await life.worker().attend(dispute)
    seller.losesAnswer = false
    later(hour)
    await life.worker().attend(dispute)
    expect(seller.heard).toEqual(['POST /refunds', `GET /refunds/${key}`])
    expect(await life.read()).toMatchObject({ state: 'acknowledged', unsent: null })
  })

  it('from one worker that is asked many times at once', async () => {
    const life = await newLife()
    const worker = life.worker()
    await Promise.all([worker.attend(dispute), worker.attend(dispute), worker.refresh(dispute), worker.attendAll()])
    expect(seller.heard.filter((one) => one.startsWith('POST'))).toHaveLength(1)
  })

  it.each([
    ['a server with a fault', { status: 503, body: '' }],
    ['a place that is gone', { status: 404, body: '' }],
  ])('not to %s: it is kept, and the reader is told', async (_, answers) => {
    const life = await newLife()
    seller.answers = answers
    await life.worker().attend(dispute)
    expect(await life.events()).toEqual(['filed', 'sending', 'not-sent'])
  })
})

describe('a seller that lies', () => {
  it('is written down as what it said, and the chain is asked', async () => {
    const life = await newLife()
    seller.answers = { status: 200, body: JSON.stringify({ status: 'executed', amount: '50000', refundTxHash: `0x${'12'.repeat(32)}` }) }
    await life.worker().attend(dispute)
    expect(await life.read()).toMatchObject({ state: 'accepted', agrees: null, refunded: 0n })
    later(25 * hour)
    await life.worker().attend(dispute)
    expect(await life.read()).toMatchObject({ state: 'accepted', agrees: false, refunded: 0n })
  })

  it.each([
    ['ten megabytes', 'x'.repeat(10 * 1024 * 1024), 'too-long'],
    ['no JSON', '<html>', 'wrong-shape'],
    ['an answer to somebody else', JSON.stringify({ status: 'executed', disputeId: `0x${'1'.repeat(64)}` }), 'other-dispute'],
  ])('with %s changes nothing but that', async (_, body, why) => {
    const life = await newLife()
    seller.answers = { status: 200, body }
    await life.worker().attend(dispute)
    later(day)
    await life.worker().attend(dispute)
    expect(await life.read()).toMatchObject({ state: 'filed', unreadable: why, answer: null })
    expect((await life.events()).filter((type) => type === 'unreadable')).toHaveLength(1)
  })
})

describe('money', () => {
  it('that comes is told from the chain alone, once, also after it was closed', async () => {
    const life = await newLife()
    await life.worker().attend(dispute)
    await life.happened({ type: 'closed', outcome: 'abandoned' })
    later(day)
    onChain = [{ ...refunded, at: Date.now() }]
    later(25 * hour)
    for (let times = 0; times < 3; times += 1) await life.worker().attendAll()
    expect(await life.read()).toMatchObject({ state: 'closed', outcome: 'refunded', refunded: 50_000n })
    expect((await life.events()).filter((type) => type === 'refund')).toHaveLength(1)
    expect(life.news.filter((type) => type === 'refund')).toHaveLength(1)
  })

  it('of two requests about one payment is the newer one’s, and stands with one of them, however often and by whomever it is seen', async () => {
    const life = await newLife()
    const second = '5e3aaea0-0000-4000-8000-000000000002'
    onChain = [{ type: 'refunded', at: Date.now(), refund: { ...refunded.refund, amount: 20_000n } }]
    await life.worker().refresh(dispute)
    await life.happened({ type: 'closed', outcome: 'settled' })
    later(1_000)
    await life.askAgain(second)
    onChain = [{ type: 'refunded', at: Date.now(), refund: { ...refunded.refund, amount: 30_000n, logIndex: 99 } }]
    const worker = life.worker()
    await Promise.all([worker.refresh(dispute), worker.refresh(second), worker.looked(life.payment, []), worker.looked(life.payment, [])])
    expect([await life.back(dispute), await life.back(second)]).toEqual([20_000n, 30_000n])
  })

  it('that had come before it was asked back is none of this request’s', async () => {
    const life = await newLife()
    onChain = [{ ...refunded, at: start + hour }]
    await life.worker().refresh(dispute)
    expect(await life.read()).toMatchObject({ refunded: 0n, state: 'acknowledged' })
  })
})

it('one reminder, then silence, then the end: over two months, with a worker that dies each night', async () => {
  const life = await newLife()
  for (let night = 0; night < 60; night += 1) {
    await life.worker().attendAll()
    later(day)
  }
  expect(seller.reminders).toBe(1)
  expect(await life.read()).toMatchObject({ state: 'closed', outcome: 'lost' })
  expect(await life.events()).toEqual(['filed', 'sending', 'sent', 'answered', 'sending', 'sent', 'silent', 'closed'])
})

it('an answer to a no goes out, and a second no is for good', async () => {
  const life = await newLife()
  seller.answers = { status: 200, body: JSON.stringify({ status: 'denied', denialReason: 'policy_denied' }) }
  await life.worker().attend(dispute)
  await life.happened({ type: 'countered', words: 'Your page promises it.' })
  seller.isReachable = false
  await life.worker().attend(dispute)
  seller.isReachable = true
  later(hour)
  await life.worker().attend(dispute)
  expect(seller.counters).toEqual(['Your page promises it.'])
  expect(await life.read()).toMatchObject({ state: 'finally-denied' })
})

it('locked, nothing is done and nothing is lost', async () => {
  const life = await newLife()
  life.lock(true)
  await life.worker().onTimer()
  await life.worker().attend(dispute)
  expect(seller.heard).toEqual([])
  expect(life.news).toEqual(['locked out'])
  life.lock(false)
  await life.worker().attendAll()
  expect(await life.read()).toMatchObject({ state: 'acknowledged' })
})
