import { defaultRetention, goesBefore, isShorter, type Days, type Retention, type RetentionKind } from '../../core/privacy/retention'
import { browser } from '../../platform/browser'
import type { Books, OpenBooks } from '../books'
import type { ForgettingDesk } from './forgetting-desk'

const alarmName = 'retention'
const dayMinutes = 24 * 60
/** Looked at once a day; somebody who opens the wallet at the same hour every day is not late for it. */
const restMs = 20 * 3_600_000

/** The chain's time is written down no more often than this. */
const chainStepMs = 3_600_000

/**
 * Lets go of what has been kept as long as the reader wants it kept: once a day, while the wallet is open. A clock that was set
 * forward, by a flat battery or a game, would take years of books away in an instant. So time has passed only where two say so that
 * know nothing of each other: this device's clock, and the latest block that the wallet has seen. Where no block was ever seen nothing
 * goes; where none was seen for long, things stay until the next.
 */
export class RetentionDesk {
  readonly #open: OpenBooks
  readonly #forgetting: ForgettingDesk
  /** Of the chain, as it is written down. */
  #chainAt = 0

  constructor(open: OpenBooks, forgetting: ForgettingDesk) {
    this.#open = open
    this.#forgetting = forgetting
  }

  /** Null while the wallet is locked. */
  async chosen(): Promise<Retention | null> {
    const books = await this.#open()
    return books === null ? null : retentionOf(await books.keepsakes.retention.read())
  }

  async isShorter(kind: RetentionKind, days: Days): Promise<boolean> {
    return isShorter(days, ((await this.chosen()) ?? defaultRetention)[kind])
  }

  /** Holds from now on; what is older already goes at once. False while the wallet is locked. */
  async choose(kind: RetentionKind, days: Days, now: number): Promise<boolean> {
    const books = await this.#open()
    if (books === null) return false
    await books.keepsakes.retention.change((current) => ({ days: { ...current?.days, [kind]: days }, sweptAt: 0, chainAt: current?.chainAt ?? 0 }))
    await this.sweep(now)
    return true
  }

  /** The chain was read, and it was this time there: of its latest block, in milliseconds since 1970. */
  async saw(chainAt: number): Promise<void> {
    if (chainAt < this.#chainAt + chainStepMs) return
    const books = await this.#open()
    if (books === null) return
    const kept = await books.keepsakes.retention.change((current) => ({ days: { ...current?.days }, sweptAt: current?.sweptAt ?? 0, chainAt: Math.max(current?.chainAt ?? 0, chainAt) }))
    this.#chainAt = kept?.chainAt ?? 0
  }

  isTimer(alarm: string): boolean {
    return alarm === alarmName
  }

  /** The wallet is open: it is looked now, and every day that it stays open. */
  async begin(): Promise<void> {
    await browser.alarms.create(alarmName, { periodInMinutes: dayMinutes })
    await this.sweep(Date.now())
  }

  /** Does nothing where that was done lately. A clock that was set back does not put it off. @param now milliseconds since 1970 */
  async sweep(now: number): Promise<void> {
    const books = await this.#open()
    if (books === null) return
    const kept = await books.keepsakes.retention.read()
    const ago = now - (kept?.sweptAt ?? 0)
    const chainAt = kept?.chainAt ?? 0
    if (chainAt === 0 || (ago >= 0 && ago < restMs)) return
    await books.keepsakes.retention.change((current) => ({ days: { ...current?.days }, sweptAt: now, chainAt: current?.chainAt ?? 0 }))
    await this.#letGo(books, retentionOf(kept), Math.min(now, chainAt))
  }

  async #letGo(books: Books, retention: Retention, now: number): Promise<void> {
    const before = (kind: RetentionKind): number | null => goesBefore(retention[kind], now)
    const [payments, copies, watch, door, wishes] = [before('payments'), before('copies'), before('watch'), before('door'), before('wishes')]
    if (payments !== null) await this.#forgetting.letGoBefore(payments)
    if (copies !== null) await letGoOfCopies(books, copies)
    if (watch !== null) await books.purchases.watch.changeLog((entry) => (entry.at < watch ? null : entry))
    if (door !== null) await books.security.forgetBefore(door)
    if (wishes !== null) await books.keepsakes.wishes.change((current) => (current === null ? null : { wishes: current.wishes.filter(({ at }) => Date.parse(at) >= wishes) }))
  }
}

async function letGoOfCopies({ contents, copies }: Books, before: number): Promise<void> {
  for (const tag of await copies.savedBefore(before)) await copies.remove(tag)
  for (const tag of await contents.savedBefore(before)) await contents.remove(tag)
}

const retentionOf = (kept: { readonly days: Partial<Retention> } | null): Retention => ({ ...defaultRetention, ...kept?.days })
