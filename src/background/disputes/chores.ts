import * as v from 'valibot'
import { dueOf, toArrive, type Chore } from '../../core/dispute/deadlines'
import { refundPlace, type Dispute, type DisputeEvent, type Sending } from '../../core/dispute/dispute'
import type { Party } from '../../core/dispute/log'
import { isOpen } from '../../core/dispute/machine'
import type { Outcome } from '../../core/dispute/problem'
import { refundedAmount } from '../../core/purchase/refunds'
import type { Purchase } from '../../core/purchase/purchase'
import type { RefundCandidateView } from '../../messaging/dispute-views'
import type { KeptDispute } from '../../store/disputes'
import { LockedError } from '../../vault/locked-error'
import { browser } from '../../platform/browser'
import type { Books, OpenBooks } from '../books'
import { sessionValue } from '../session'
import { singleFlight } from '../single-flight'
import type { DisputeNews } from './dispute-news'
import { bodyOf } from './filing'
import { reach, type Reached } from './post'
import type { LastLook } from './refund-view'

const alarmName = 'disputes'
/** Nothing is done more often by itself, in milliseconds. */
const pause = 30_000
/** Chores that are done for one dispute at a time: each changes what is due next. */
const mostChores = 8

const seenSchema = v.record(v.string(), v.object({ askedAt: v.nullable(v.number()), lookedAt: v.nullable(v.number()) }))

/** Looks on the chain for money that came back for a purchase, writes it into its journal, and tells what else was seen. */
export type LookForRefunds = (purchase: Purchase) => Promise<LastLook>

interface Desk {
  readonly open: OpenBooks
  readonly lookForRefunds: LookForRefunds
  readonly news: Pick<DisputeNews, 'happened' | 'lockedOut' | 'showWaiting'>
}

/**
 * What disputes have to be done for by the wallet itself: requests go out, once; sellers are asked how it stands; the chain is looked
 * at; deadlines pass. Everything is written down before it is done, and done again after a death without harm: a request that may
 * have left is asked for by its name before it is sent another time.
 */
export class DisputeChores {
  readonly #desk: Desk
  readonly #seen = sessionValue('disputes', seenSchema, {})
  readonly #once = singleFlight<null>()
  readonly #firstLooks = singleFlight<null>()
  readonly #turns = new Map<string, Promise<null>>()
  /** What was seen when it was last looked for refunds, by payment; until the worker sleeps. */
  readonly #looks = new Map<string, LastLook>()

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** What was last seen on the chain of refunds of a payment. Null where nobody has looked since the worker woke up. */
  lastLook(payment: string): LastLook | null {
    return this.#looks.get(payment) ?? null
  }

  /** Asks now, for a page about a dispute at which nobody has looked yet. However often it is read until then, that is one try to reach the seller. */
  firstLook(id: string): Promise<null> {
    return this.#firstLooks(id, async () => {
      await this.refresh(id)
      return null
    })
  }

  /** The wallet was locked: nothing of it stays in memory. */
  shut(): void {
    this.#looks.clear()
  }

  isTimer(alarm: string): boolean {
    return alarm === alarmName
  }

  /** The timer rang: something is due. */
  async onTimer(): Promise<void> {
    await ((await this.#desk.open()) === null ? this.#desk.news.lockedOut() : this.attendAll())
  }

  /** Does what is due for all disputes, and sets the timer for what comes next. */
  async attendAll(): Promise<void> {
    const books = await this.#desk.open()
    if (books === null) return
    // Before anything is done as well: a worker that dies over it is woken again.
    await this.#setTimer(books)
    for (const { id } of await books.disputes.all()) await this.attend(id)
    await this.#setTimer(books)
  }

  /** Does what is due for one. */
  async attend(id: string): Promise<void> {
    await this.#once(id, () =>
      this.#inTurn(id, async () => {
        for (let done = 0; done < mostChores; done += 1) if (!(await this.#doNext(id))) break
      }),
    )
  }

  /** Asks the seller and the chain now, whether or not it is time. Also where it is over: money may come late. */
  async refresh(id: string): Promise<void> {
    await this.#inTurn(id, async () => {
      const books = await this.#desk.open()
      const kept = await books?.disputes.get(id)
      if (books === null || kept === undefined || kept === null) return
      const { way, unsent, sentAt } = kept.dispute
      if (isOpen(kept.dispute) && way.kind === 'endpoint' && (unsent !== null || sentAt !== null)) await this.#do(books, kept, unsent === null ? 'ask' : 'send')
      const now = await books.disputes.get(id)
      if (now !== null) await this.#do(books, now, 'look')
    })
    await this.attend(id)
    const books = await this.#desk.open()
    if (books !== null) await this.#setTimer(books)
  }

  /** One thing at a time is done for a dispute, whoever wants it. Locked meanwhile: it goes on when the wallet is open again. */
  #inTurn(id: string, work: () => Promise<void>): Promise<null> {
    const turn = (this.#turns.get(id) ?? Promise.resolve(null)).then(async () => {
      try {
        await work()
      } catch (fault) {
        if (!(fault instanceof LockedError)) throw fault
      }
      return null
    })
    this.#turns.set(
      id,
      turn.catch(() => null),
    )
    return turn
  }

  /** True where something was done. */
  async #doNext(id: string): Promise<boolean> {
    const books = await this.#desk.open()
    const kept = await books?.disputes.get(id)
    if (books === null || kept === undefined || kept === null) return false
    const [due] = dueOf(kept.dispute, await this.#seenOf(id))
    if (due === undefined || due.at > Date.now()) return false
    await this.#do(books, kept, due.chore)
    return true
  }

  async #do(books: Books, kept: KeptDispute, chore: Chore): Promise<void> {
    switch (chore) {
      case 'send':
        return kept.dispute.unsent === null ? undefined : this.#send(books, kept, kept.dispute.unsent)
      case 'remind':
        return this.#send(books, kept, 'reminder')
      case 'ask':
        return this.#ask(books, kept)
      case 'look':
        return this.#look(books, kept)
      case 'silent':
        await this.#write(books, kept, 'wallet', { type: 'silent' })
        return
      case 'close':
        await this.#write(books, kept, 'wallet', { type: 'closed', outcome: outcomeOf(kept.dispute) })
    }
  }

  async #send(books: Books, kept: KeptDispute, what: Sending): Promise<void> {
    const { dispute } = kept
    if (dispute.way.kind !== 'endpoint') return
    const mayHaveLeft = what === 'request' && dispute.tries > 0
    const sending = await this.#write(books, kept, 'wallet', { type: 'sending', what })
    if (sending.log.length === kept.log.length) return
    const before: Reached = mayHaveLeft ? await reach({ method: 'GET', url: statusUrl(dispute) }, dispute.request) : { kind: 'unknown' }
    const reached = before.kind === 'unknown' ? await reach(messageOf(dispute, what), dispute.request) : before
    if (reached.kind !== 'answer') {
      await this.#write(books, sending, 'wallet', { type: 'not-sent', what, why: reached.kind === 'unknown' ? 'refused' : reached.why })
      return
    }
    const sent = await this.#write(books, sending, 'seller', { type: 'sent', what })
    await this.#sawSeller(kept.id)
    await this.#heard(books, sent, reached.answer)
  }

  async #ask(books: Books, kept: KeptDispute): Promise<void> {
    await this.#sawSeller(kept.id)
    const reached = await reach({ method: 'GET', url: statusUrl(kept.dispute) }, kept.dispute.request)
    if (reached.kind === 'answer') await this.#heard(books, kept, reached.answer)
  }

  async #heard(books: Books, kept: KeptDispute, answer: Extract<Reached, { kind: 'answer' }>['answer']): Promise<void> {
    const event: DisputeEvent = answer.ok ? { type: 'answered', answer: answer.value } : { type: 'unreadable', why: answer.error }
    await this.#write(books, kept, 'seller', event)
  }

  /** What is on the chain is written into the payment first, and then told here. */
  async #look(books: Books, kept: KeptDispute): Promise<void> {
    await this.#seen.change((all) => ({ ...all, [kept.id]: { askedAt: all[kept.id]?.askedAt ?? null, lookedAt: Date.now() } }))
    const purchase = await books.purchases.get(kept.payment)
    if (purchase === null) return
    this.#looks.set(kept.payment, await this.#desk.lookForRefunds(purchase))
    await this.#tookBack(books, kept.id)
    const after = await books.disputes.get(kept.id)
    // What the seller says of it is heard as well; nobody asks any more once all of it is back.
    if (after !== null && after.dispute.refunded > kept.dispute.refunded && isOpen(after.dispute) && canBeAsked(after.dispute)) await this.#ask(books, after)
  }

  /** Somebody else has looked for money that came back for a payment: its disputes are told. */
  async looked(payment: string, candidates: readonly RefundCandidateView[]): Promise<void> {
    this.#looks.set(payment, { numbers: [], isWhole: true, ...this.#looks.get(payment), candidates, fault: null })
    const books = await this.#desk.open()
    if (books === null) return
    for (const { id } of await books.disputes.ofPayment(payment)) await this.#tookBack(books, id)
    await this.#desk.news.showWaiting()
  }

  /** Tells a dispute of refunds that stand in its payment's journal and not in its own. */
  async #tookBack(books: Books, id: string): Promise<void> {
    let kept = await books.disputes.get(id)
    const purchase = kept === null ? null : await books.purchases.get(kept.payment)
    if (kept === null || purchase === null) return
    const all = await books.disputes.ofPayment(kept.payment)
    const counted = all.flatMap(({ dispute }) => dispute.counted)
    for (const refund of purchase.refunds) {
      const { transaction, logIndex, amount, at } = refund
      // From before it was asked, it is none of this request's; and of several about one payment it is the newest's.
      const asked = all.find(({ dispute }) => at >= dispute.openedAt - clockSlack)
      if (asked?.id !== id || counted.includes(refundPlace(refund))) continue
      kept = await this.#write(books, kept, 'chain', { type: 'refund', amount, transaction, logIndex })
    }
    const { dispute } = kept
    const isLate = dispute.answeredAt !== null && Date.now() > dispute.answeredAt + toArrive
    const claims = claimed(dispute)
    if (claims !== null && dispute.agrees === null && isLate && refundedAmount(purchase) < claims) await this.#write(books, kept, 'chain', { type: 'checked', agrees: false })
  }

  async #write(books: Books, before: KeptDispute, by: Party, event: DisputeEvent): Promise<KeptDispute> {
    const after = (await books.disputes.append(before.id, by, event, Date.now())) ?? before
    const purchase = after.log.length > before.log.length ? await books.purchases.get(after.payment) : null
    if (purchase !== null) await this.#desk.news.happened(after, purchase)
    return after
  }

  async #sawSeller(id: string): Promise<void> {
    await this.#seen.change((all) => ({ ...all, [id]: { lookedAt: all[id]?.lookedAt ?? null, askedAt: Date.now() } }))
  }

  async #seenOf(id: string) {
    return (await this.#seen.read())[id] ?? { askedAt: null, lookedAt: null }
  }

  async #setTimer(books: Books): Promise<void> {
    const dues: number[] = []
    for (const { id, dispute } of await books.disputes.all()) {
      const [due] = dueOf(dispute, await this.#seenOf(id))
      if (due !== undefined) dues.push(due.at)
    }
    if (dues.length === 0) await browser.alarms.clear(alarmName)
    else await browser.alarms.create(alarmName, { when: Math.max(Math.min(...dues), Date.now() + pause) })
  }
}

/** How far the clock of a chain and the reader's may be apart, in milliseconds. */
const clockSlack = 10 * 60_000

const canBeAsked = ({ way, sentAt }: Dispute): boolean => way.kind === 'endpoint' && sentAt !== null

/** Where the seller tells how one request stands. */
function statusUrl({ way, request }: Dispute): string {
  if (way.kind !== 'endpoint') return ''
  const url = new URL(way.url)
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${request.idempotencyKey}`
  return url.href
}

function messageOf(dispute: Dispute, what: Sending): Parameters<typeof reach>[0] {
  const url = dispute.way.kind === 'endpoint' ? dispute.way.url : ''
  switch (what) {
    case 'request':
      return { method: 'POST', url, body: bodyOf(dispute) }
    case 'reminder':
      return { method: 'POST', url, body: bodyOf(dispute), headers: { 'X-Reminder': '1' } }
    case 'counter':
      return { method: 'POST', url: statusUrl(dispute), body: JSON.stringify({ counter: dispute.counter, payerSignature: dispute.signature }) }
  }
}

/** What the seller says that it has given back, atomic units; null where it says no such thing. */
function claimed({ answer, state, request }: Dispute): bigint | null {
  if (answer?.said === 'executed') return answer.amount ?? request.amount
  return state === 'accepted' ? request.amount : null
}

/** How a dispute has ended that nobody closed. */
function outcomeOf({ refunded, request }: Dispute): Outcome {
  if (refunded >= request.amount) return 'refunded'
  return refunded > 0n ? 'partly-refunded' : 'lost'
}
