import { agreedTo, weigh } from '../../core/policy/consent'
import type { Policy } from '../../core/policy/documents'
import { listedAs } from '../../core/policy/listed'
import { trustedFrom } from '../../core/policy/received'
import { tell } from '../../core/policy/told'
import type { Judging, Trusted } from '../../core/policy/trust'
import { policy as words } from '../../core/words/policy'
import { bundledRates, newerRates, type ReferenceRates } from '../../core/money'
import type { PolicyView } from '../../messaging/views'
import { browser } from '../../platform/browser'
import type { PolicyBook, PolicyEntry, PolicyState } from '../../store/policy-book'
import type { Books, OpenBooks } from '../books'
import { singleFlight } from '../single-flight'
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
}

/** A model comes with a release, and texts with it: of a policy, this wallet goes by the rest, and asks about nothing that it would not do. */
const understood = (policy: Policy): Policy => ({ ...policy, model: null, texts: [] })

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
    if (seen && state.unseen > 0) await book.change((current) => ({ state: { ...current, unseen: 0 } }))
    const { release } = this.#means
    const feeds = await book.keptFeeds()
    const trusted = release === null ? null : trustedFrom(release, await book.kept(), feeds)
    const waiting = trusted === null ? [] : waitingOf(state, trusted)
    return policyView({
      state,
      trusted,
      waiting,
      hasFeeds: feeds !== null,
      host: await this.#means.host(),
      log: await book.log(),
      opened: (await watch.rules()).opened,
      ownLimits: (await spending.limits.read()) !== null,
      now: Date.now(),
    })
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

  /** Looks where that was not done lately. A clock that was set back does not put it off. */
  async onTimer(): Promise<void> {
    const since = Date.now() - ((await this.#book())?.lookedAt ?? 0)
    if (since >= restMs || since < 0) await this.look()
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
    const { open, release, verify, changed } = this.#means
    const [books, host] = [await open(), await this.#means.host()]
    if (books === null) return false
    if (release === null || host === null) return true
    const { policy: book } = books.purchases
    const now = Date.now()
    const trusted = trustedFrom(release, await book.kept(), await book.keptFeeds())
    const judging: Judging = { now, wallet: browser.runtime.getManifest().version, release, verify }
    const looked = await lookAt(trusted, judging, (role, file) => fetchFrom(host, role, file))
    await keep(book, looked, now)
    changed()
    return true
  }

  async #answer(hash: string, answer: 'agreed' | 'declined'): Promise<boolean> {
    const books: Books | null = await this.#means.open()
    const { release, changed } = this.#means
    if (books === null) return false
    const { policy: book } = books.purchases
    const kept = await book.kept()
    const trusted = release === null ? null : trustedFrom(release, kept, null)
    if (trusted === null || trusted.policy.hash !== hash) return true
    const { document } = trusted.policy
    await book.change((state) => ({
      state: answer === 'agreed' ? { ...state, inForce: agreedTo(understood(document)), declined: null } : { ...state, declined: hash },
      answered: { hash, answer },
    }))
    changed()
    return true
  }
}

/** Writes down what a look came to, and what of it holds at once. */
function keep(book: PolicyBook, { trusted, arrived, faults, reached }: Looked, now: number): Promise<void> {
  return book.change((current) => {
    const { hash, document } = trusted.policy
    const state = { ...current, lookedAt: now, reachedAt: reached ? now : current.reachedAt, faults }
    const roots = arrived.filter(({ role }) => role === 'root').map((one): PolicyEntry => ({ ...nothingOf, role: 'root', seq: one.trusted.root.document.version, hash: one.trusted.root.hash, at: now, envelope: one.text, applied: [words.newKeys] }))
    if (hash === current.weighed || (current.weighed === null && document.seq === 0)) return { state, entries: roots }
    const { inForce, applied, waiting } = weigh(current.inForce, understood(document))
    const entry: PolicyEntry = {
      role: 'policy',
      seq: document.seq,
      hash,
      at: now,
      envelope: arrived.find((one) => one.role === 'policy')?.text ?? null,
      applied: applied.map((change) => tell(change)),
      asked: waiting.map((change) => tell(change)),
      why: document.why,
      answer: null,
    }
    // What a release came with and says nothing new is no news.
    const isNews = entry.envelope !== null || applied.length + waiting.length > 0
    return { state: { ...state, inForce, weighed: hash, declined: null, unseen: current.unseen + applied.length }, entries: isNews ? [...roots, entry] : roots }
  }, trusted)
}

const nothingOf = { asked: [], why: [], answer: null } as const

/** What the reader has to answer: nothing, once they have declined it. */
const waitingOf = (state: PolicyState, { policy }: Trusted): readonly string[] =>
  state.weighed !== policy.hash || state.declined === policy.hash ? [] : weigh(state.inForce, understood(policy.document)).waiting.map((change) => tell(change))
