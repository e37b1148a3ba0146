import { agreedTo, weigh, type Change, type Text } from '../../core/policy/consent'
import { digestMs, digestOf } from '../../core/policy/digest'
import { listedAs } from '../../core/policy/listed'
import { trustedFrom } from '../../core/policy/received'
import { tell } from '../../core/policy/told'
import { isExpired, type Judging, type Trusted } from '../../core/policy/trust'
import { policy as words } from '../../core/words/policy'
import { reminders } from '../../core/words/reminders'
import { bundledRates, newerRates, type ReferenceRates } from '../../core/money'
import type { PolicyTextView, PolicyView } from '../../messaging/views'
import { browser } from '../../platform/browser'
import { locale } from '../../platform/locale'
import type { PolicyBook, PolicyEntry, PolicyState } from '../../store/policy-book'
import type { Books, OpenBooks } from '../books'
import { singleFlight } from '../single-flight'
import type { Alarm } from '../watch/alarm'
import { collectFiles, isComplete } from './files'
import { lookAt, type Looked } from './look'
import { fetchFrom } from './mirror'
import { policyView } from './policy-view'

const alarmName = 'policy'
const dayMinutes = 24 * 60
/** Asked at most once a day; somebody who opens the wallet at the same hour every day is not late for it. Milliseconds. */
const restMs = 20 * 3_600_000

/** What the desk works with. */
export interface PolicyMeans {
  readonly open: OpenBooks
  /** The mirror that the reader has named; null for none: then nobody is asked. */
  readonly host: () => Promise<string | null>
  /** Null for a build without keys: it asks nobody. */
  readonly release: Trusted | null
  readonly verify: Judging['verify']
  /** Something that is shown may be old. */
  readonly changed: () => void
  readonly alarm: Alarm
}

/** Looks for signed policies, holds them against what holds, and lets the reader see and answer. It writes nothing but that. */
export class PolicyDesk {
  readonly #means: PolicyMeans
  readonly #looking = singleFlight<boolean>()

  constructor(means: PolicyMeans) {
    this.#means = means
  }

  /** Null while the wallet is locked. @param seen the reader has what is new before them */
  async view(seen: boolean): Promise<PolicyView | null> {
    const books = await this.#means.open()
    if (books === null) return null
    const { policy: book, spending, watch } = books.purchases
    const state = await book.state()
    if (seen && (state.unseen > 0 || state.digest?.seen === false)) await book.change((current) => ({ state: { ...current, unseen: 0, digest: current.digest === null ? null : { ...current.digest, seen: true } } }))
    const { release } = this.#means
    const feeds = await book.keptFeeds()
    const trusted = release === null ? null : trustedFrom(release, await book.kept(), feeds)
    const { model } = state.inForce
    return policyView({
      state,
      trusted,
      waiting: await this.#waiting(book, state, trusted),
      model: model === null ? null : { version: model.version, isHere: (await book.model(model)) !== null },
      hasFeeds: feeds !== null,
      host: await this.#means.host(),
      log: await book.log(),
      opened: (await watch.rules()).opened,
      ownLimits: (await spending.limits.read()) !== null,
      now: Date.now(),
    })
  }

  /** The texts that policies have put in the place of those the wallet came with, and those that the reader is asked about. Null while the wallet is locked. */
  async texts(): Promise<readonly PolicyTextView[] | null> {
    const books = await this.#means.open()
    if (books === null) return null
    const { policy: book } = books.purchases
    const state = await book.state()
    const files = await book.files('text')
    const show = (texts: readonly Text[], isOffered: boolean): readonly PolicyTextView[] =>
      texts.map(({ id, lang, version, sha256 }) => ({ id, lang, version, isOffered, body: files.find((file) => file.sha256 === sha256)?.body ?? null }))
    const trusted = await this.#trusted(book)
    const changes = await this.#waiting(book, state, trusted)
    const offered = (trusted?.policy.document.texts ?? []).filter(({ id, lang }) => changes.some((change) => change.kind === 'text' && change.id === id && change.lang === lang))
    return [...show(state.inForce.texts, false), ...show(offered, true)]
  }

  isTimer(alarm: string): boolean {
    return alarm === alarmName
  }

  /** The wallet is open: it is looked now, and every day that it stays open, where that is wanted. */
  async begin(): Promise<void> {
    if (this.#means.release === null || (await this.#means.host()) === null) return
    await browser.alarms.create(alarmName, { periodInMinutes: dayMinutes })
    await this.onTimer()
  }

  /** Looks where that was not done lately. A clock that was set back does not put it off. Once a month it is put together what has changed. */
  async onTimer(): Promise<void> {
    const since = Date.now() - ((await this.#book())?.lookedAt ?? 0)
    if (since >= restMs || since < 0) await this.look()
    await this.#digest()
  }

  /** Asks the mirror, if the reader has named one. False while the wallet is locked. */
  look(): Promise<boolean> {
    return this.#looking('', () => this.#look())
  }

  /** The reader agrees to what waits. Another policy than the one they saw is not agreed to. False while the wallet is locked. */
  agree(hash: string): Promise<boolean> {
    return this.#answer(hash, 'agreed')
  }

  /** The old holds, and it is asked again only with the next policy. False while the wallet is locked. */
  decline(hash: string): Promise<boolean> {
    return this.#answer(hash, 'declined')
  }

  /** Everything that was trusted, as it arrived and was signed, a line each, the oldest first. Null while the wallet is locked. */
  async envelopes(): Promise<string | null> {
    const books = await this.#means.open()
    return books === null ? null : (await books.purchases.policy.log()).toReversed().map(({ envelope }) => envelope ?? '').join('')
  }

  /** What prices are converted with where no feed on the chain says more: that of the policy host, where it is newer and as complete. */
  async reference(): Promise<ReferenceRates> {
    const books = this.#means.release === null ? null : await this.#means.open()
    const rates = (await books?.purchases.policy.feeds(Date.now()))?.rates ?? null
    return rates === null ? bundledRates : newerRates(bundledRates, { ...rates, source: bundledRates.source })
  }

  /** Whether a site is listed as a cheat, opened or not. False while the wallet is locked. @param site registrable domain */
  async isListed(site: string): Promise<boolean> {
    const books = await this.#means.open()
    const feeds = (await books?.purchases.policy.feeds(Date.now())) ?? null
    return feeds !== null && listedAs(feeds, site) !== null
  }

  async #book(): Promise<PolicyState | null> {
    const books = await this.#means.open()
    return books === null ? null : books.purchases.policy.state()
  }

  async #look(): Promise<boolean> {
    const { open, release, verify, changed, alarm } = this.#means
    const [books, host] = [await open(), await this.#means.host()]
    if (books === null) return false
    if (release === null || host === null) return true
    const { policy: book } = books.purchases
    const now = Date.now()
    const trusted = trustedFrom(release, await book.kept(), await book.keptFeeds())
    const judging: Judging = { now, wallet: browser.runtime.getManifest().version, release, verify }
    const get = (file: string, maxBytes: number) => fetchFrom(host, file, maxBytes)
    const looked = await lookAt(trusted, judging, get)
    // Somebody who has answered nothing is not asked for files either.
    const wrong = looked.reached ? await collectFiles(book, looked.trusted.policy.document, await book.inForce(), get) : []
    const before = await book.state()
    await keep(book, { ...looked, faults: [...looked.faults, ...wrong.map((fault) => ({ role: 'policy' as const, fault }))] }, now)
    changed()
    const after = await book.state()
    const { title, waiting, closer } = reminders.rules
    const isAsked = after.weighed !== before.weighed && (await this.isWaiting())
    if (isAsked || after.unseen > before.unseen) await alarm('rules', title, isAsked ? waiting : closer)
    return true
  }

  /** Something waits for the reader's yes. False while the wallet is locked. */
  async isWaiting(): Promise<boolean> {
    const book = (await this.#means.open())?.purchases.policy
    return book !== undefined && (await this.#waiting(book, await book.state(), await this.#trusted(book))).length > 0
  }

  async #trusted(book: PolicyBook): Promise<Trusted | null> {
    const { release } = this.#means
    return release === null ? null : trustedFrom(release, await book.kept(), null)
  }

  /** What the reader has to answer: nothing, once they have declined it, or before all of it is here to be read. */
  async #waiting(book: PolicyBook, state: PolicyState, trusted: Trusted | null): Promise<readonly Change[]> {
    if (trusted === null || state.weighed !== trusted.policy.hash || state.declined === trusted.policy.hash) return []
    const { waiting } = weigh(state.inForce, trusted.policy.document)
    return waiting.length === 0 || (await isComplete(book, trusted.policy.document)) ? waiting : []
  }

  async #digest(): Promise<void> {
    const book = (await this.#means.open())?.purchases.policy
    if (book === undefined) return
    const { since } = await book.state()
    const [now, from] = [Date.now(), since.from]
    if (from > 0 && now - from < digestMs && now >= from) return
    const log = await book.log()
    await book.change((state) => ({ state: { ...state, since: { from: now, refused: 0, old: false }, digest: (from === 0 ? null : digestOf(state.since, now, log)) ?? state.digest } }))
    this.#means.changed()
  }

  async #answer(hash: string, answer: 'agreed' | 'declined'): Promise<boolean> {
    const books: Books | null = await this.#means.open()
    if (books === null) return false
    const { policy: book } = books.purchases
    const trusted = await this.#trusted(book)
    if (trusted === null || trusted.policy.hash !== hash || !(await isComplete(book, trusted.policy.document))) return true
    const { document } = trusted.policy
    await book.change((state) => ({
      state: answer === 'agreed' ? { ...state, inForce: agreedTo(document), declined: null } : { ...state, declined: hash },
      answered: { hash, answer },
    }))
    this.#means.changed()
    return true
  }
}

/** Writes down what a look came to, and what of it holds at once. */
function keep(book: PolicyBook, { trusted, arrived, faults, reached }: Looked, now: number): Promise<void> {
  return book.change((current) => {
    const { hash, document } = trusted.policy
    const isRefused = faults.some(({ fault }) => fault !== 'unreachable' && fault !== 'no-file')
    const since = { ...current.since, refused: current.since.refused + (isRefused ? 1 : 0), old: current.since.old || isExpired(document, now) }
    const state = { ...current, lookedAt: now, reachedAt: reached ? now : current.reachedAt, faults, since }
    const roots = arrived.filter(({ role }) => role === 'root').map((one): PolicyEntry => ({ ...nothingOf, role: 'root', seq: one.trusted.root.document.version, hash: one.trusted.root.hash, at: now, envelope: one.text, applied: [words.newKeys] }))
    if (hash === current.weighed || (current.weighed === null && document.seq === 0)) return { state, entries: roots }
    const { inForce, applied, waiting } = weigh(current.inForce, document)
    const entry: PolicyEntry = {
      role: 'policy',
      seq: document.seq,
      hash,
      at: now,
      envelope: arrived.find((one) => one.role === 'policy')?.text ?? null,
      applied: applied.map((change) => tell(change, locale())),
      asked: waiting.map((change) => tell(change, locale())),
      why: document.why,
      answer: null,
    }
    // What a release came with and says nothing new is no news.
    const isNews = entry.envelope !== null || applied.length + waiting.length > 0
    return { state: { ...state, inForce, weighed: hash, declined: null, unseen: current.unseen + applied.length }, entries: isNews ? [...roots, entry] : roots }
  }, trusted)
}

const nothingOf = { asked: [], why: [], answer: null } as const
