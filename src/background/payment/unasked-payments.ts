import * as v from 'valibot'
import { findNetwork } from '../../core/networks/networks'
import { canonicalResource } from '../../core/purchase/identity'
import type { Approval } from '../approval/approval-state'
import { foresee, quote, type Quoted, type Refused } from '../approval/quote'
import { termsOf } from '../approval/terms'
import type { ChosenChallenge } from '../../core/protocols/registry'
import type { Result } from '../../core/result'
import type { Books, OpenBooks } from '../books'
import type { ChainReader } from '../chain/chain-reader'
import { hostOf, inWords, type PricedSettings } from '../display'
import type { PageItem, PageState } from '../page/page-state'
import { sessionValue } from '../session'
import { allowanceFor } from '../spending/allowances-desk'
import { isPurseFrozen } from '../watch/watch-desk'
import { announce, takeBack, undoMs } from './announcement'
import { hasCome, isWatched } from './is-watched'
import type { Agreement, Payments } from './payments'

interface Means {
  readonly open: OpenBooks
  readonly chain: ChainReader
  readonly payments: Payments
  readonly settings: () => Promise<PricedSettings>
  /** The same with what prices are converted with as far as it is known: nobody is asked. */
  readonly known: () => Promise<PricedSettings>
}

/** A reader who opened a page this long ago may have turned to something else. */
const freshMs = 30_000
/** How often it is looked whether the reader is still there. */
const lookMs = 250
/** How long the card says it at least: it hears of it once the seller and the chain were asked. */
const onCardMs = 3_000
/** So many things that are asked about the next time are remembered, in this session of the browser. */
const mostAskedNext = 200
/** Something that its reader has stopped, or, in one tab, turned away from: it is not paid without a question again. */
const askedNext = v.object({ resource: v.string(), tabId: v.nullable(v.number()) })
type AskedNext = v.InferOutput<typeof askedNext>
/** Of so many tabs it is remembered how their page came. */
const mostTabs = 100
/** Of so many things on pages it is remembered what their sellers said when they were priced. */
const mostPriced = 20

/** The page that came to a tab last. */
interface Navigation {
  readonly url: string
  /** When the reader's hand opened it; null where none did, and once it was considered. */
  readonly openedAt: number | null
  /** No hand was in it, nor in what brought this page here first. */
  readonly byItself: boolean
}

/** What the reader has been told of, and may still stop. */
interface Announced {
  readonly resource: string
  /** When the reader was told. */
  at: number
  /** When the price was held back; null before. */
  heldAt: number | null
}

type Agreed = Pick<Agreement, 'terms'>

/**
 * Payments that nobody is asked about, because the reader has allowed them. Each of these must hold, and any doubt ends in the
 * ordinary question: the reader opened the page by a press or a key of their own; it is in front of them and stays there; it asks
 * for one thing; nothing about it calls for care; its price and its account are those of the allowance; and it was announced, and
 * not stopped, before anything is signed.
 */
export class UnaskedPayments {
  readonly #means: Means
  /** By tab, the latest at the end. Forgotten when the worker sleeps: then they are asked. */
  readonly #navigations = new Map<number, Navigation>()
  /** What sellers said when things on pages were priced, by the thing. In memory alone: without it they are asked. */
  readonly #priced = new Map<string, ChosenChallenge>()
  /** By the id of the purchase that it will be. */
  readonly #announced = new Map<string, Announced>()
  readonly #askedNext = sessionValue('asked-next', v.array(askedNext), [])

  constructor(means: Means) {
    this.#means = means
  }

  /** A tab has asked for a page. @param byReader a person made it do so */
  navigated(tabId: number, url: string, byReader: boolean): void {
    const before = this.#navigations.get(tabId)
    this.#navigations.delete(tabId)
    // What a page loads anew was opened by whoever opened it first.
    this.#navigations.set(tabId, { url, openedAt: byReader ? Date.now() : null, byItself: !byReader && (before?.url !== url || before.byItself) })
    for (const oldest of [...this.#navigations.keys()].slice(0, -mostTabs)) this.#navigations.delete(oldest)
  }

  /** Whether the browser says of a page that no hand of its reader's has opened it. False where nobody knows. */
  cameByItself(tabId: number, url: string): boolean {
    const navigation = this.#navigations.get(tabId)
    return navigation?.url === url && navigation.byItself
  }

  /** A seller has said what something on a page costs. */
  priced(item: string, challenge: ChosenChallenge): void {
    this.#priced.delete(item)
    this.#priced.set(item, challenge)
    for (const oldest of [...this.#priced.keys()].slice(0, -mostPriced)) this.#priced.delete(oldest)
  }

  /**
   * Pays for what a page asks, if all of that holds. Once for each time the reader opens it. Comes back when that is over.
   * @param decided called once the reader is told of it; where they are to be asked, this comes back at once
   */
  async consider(page: PageState, decided: () => void = () => undefined): Promise<void> {
    const [item, more] = page.items
    if (item === undefined || more !== undefined || !mayBeUnasked(item)) return
    const opened = this.#navigations.get(page.tabId)
    if (opened?.url !== page.url || opened.openedAt === null || Date.now() - opened.openedAt > freshMs) return
    const books = await this.#means.open()
    if (books === null || this.#navigations.get(page.tabId) !== opened) return
    this.#navigations.set(page.tabId, { ...opened, openedAt: null })
    // The page comes again because it is paid for: its seller is busy with that, and is not asked once more.
    if ((await this.#means.payments.navigations.find(page.tabId)) !== undefined) return
    try {
      await this.#pay(page, item, books, decided)
    } catch {
      // The wallet was locked meanwhile, or the disk failed: nothing was signed, and the card asks as always.
    }
  }

  /** Stops what was announced and is not signed. Nothing happens where it is too late, or there is no such purchase. */
  async stop(id: string): Promise<void> {
    const announced = this.#announced.get(id)
    if (this.#announced.delete(id) && announced !== undefined) await this.#askNextTime({ resource: announced.resource, tabId: null })
  }

  /** Whoever was told, and went on to something else, has not agreed: in that tab the same is asked about from now on. */
  async #turnedAway(id: string, { tabId }: PageState): Promise<void> {
    const announced = this.#announced.get(id)
    if (this.#announced.delete(id) && announced !== undefined) await this.#askNextTime({ resource: announced.resource, tabId })
  }

  async #askNextTime(what: AskedNext): Promise<void> {
    await this.#askedNext.change((all) => [...all.filter((one) => one.resource !== what.resource || one.tabId !== what.tabId), what].slice(-mostAskedNext))
  }

  /** Lets go of what was stopped on pages that are forgotten. */
  async forget(isGone: (url: string) => boolean): Promise<void> {
    this.#priced.clear()
    for (const [tabId, { url }] of this.#navigations) if (isGone(url)) this.#navigations.delete(tabId)
    await this.#askedNext.change((all) => all.filter(({ resource }) => !isGone(resource)))
  }

  async #pay(page: PageState, item: PageItem, books: Books, decided: () => void): Promise<void> {
    const asked = questionOf(page, item)
    const resource = canonicalResource(item.resource)
    const said = this.#priced.get(item.id)
    const isAsked = (await this.#askedNext.read()).some((one) => one.resource === resource && (one.tabId === null || one.tabId === page.tabId))
    if (said === undefined || isAsked) return
    // It is heard of before the browser has put it in place, and one that is not there yet would count as left.
    const watched = hasCome(page).then((tab) => isWatched(page, tab))
    const settings = await this.#means.known()
    const foreseen = await books.look(() => foreseeUnder(page, item, asked, said, books, settings))
    // Another window may show the same: it is told of once.
    if (foreseen === null || !(await watched) || [...this.#announced.values()].some((one) => one.resource === resource)) return
    const { allowance } = foreseen
    const id = crypto.randomUUID()
    this.#announced.set(id, { resource, at: Date.now(), heldAt: null })
    try {
      const isTold = announce(id, inWords(foreseen.terms.amount, findNetwork(foreseen.terms.network)?.token.decimals ?? 0, settings), hostOf(page.url))
      void isTold.then(decided)
      if (await isTold) await this.#payUnlessStopped(id, foreseen, page, () => this.#askAfresh(asked, foreseen, allowance, books))
    } finally {
      this.#announced.delete(id)
      await takeBack(id)
    }
  }

  /** The reader has been told. While they can stop it the seller and the chain are asked, and the price is held back. */
  async #payUnlessStopped(id: string, { terms }: Agreed, page: PageState, afresh: () => Promise<Agreement | null>): Promise<void> {
    const told = this.#announced.get(id)
    if (told !== undefined) told.at = Date.now()
    const isLetBe = this.#letBe(id, page)
    await this.#means.payments.payUnasked(id, terms.resource, afresh, () => {
      const announced = this.#announced.get(id)
      if (announced !== undefined) announced.heldAt = Date.now()
      return isLetBe
    })
  }

  /** Null where it is not what was announced any more, to the last atomic unit, or something about it calls for care. */
  async #askAfresh(asked: Approval, announced: Agreed, allowance: string, books: Books): Promise<Agreement | null> {
    const settings = await this.#means.settings()
    const quoted = await quote(asked, null, { books, chain: this.#means.chain, settings, asksReader: false })
    const agreed = agreedTo(asked, quoted, allowance, settings)
    const fields = ['network', 'asset', 'amount', 'payTo'] as const
    if (agreed === null || fields.some((field) => agreed.terms[field] !== announced.terms[field])) return null
    return { ...agreed, tabId: asked.tabId }
  }

  /** True when the reader was told long enough, stayed on the page and let it be; false at the latest when it is announced no longer. */
  async #letBe(id: string, page: PageState): Promise<boolean> {
    for (;;) {
      const announced = this.#announced.get(id)
      if (announced === undefined) return false
      const { at, heldAt } = announced
      const left = Math.max(at + undoMs, heldAt === null ? Infinity : heldAt + onCardMs) - Date.now()
      if (left <= 0) {
        // From here on it is too late to stop it, and nobody is told that it is not.
        this.#announced.delete(id)
        void takeBack(id)
        return true
      }
      await new Promise((resolve) => setTimeout(resolve, Math.min(lookMs, left)))
      if (!(await isWatched(page))) await this.#turnedAway(id, page)
      else if ((await this.#means.open()) === null) this.#announced.delete(id)
    }
  }
}

/** What would be paid, by what is known before anybody is asked, and under which allowance; null where the reader is to be asked. */
async function foreseeUnder(page: PageState, item: PageItem, asked: Approval, said: ChosenChallenge, books: Books, settings: PricedSettings): Promise<(Agreed & { readonly allowance: string }) | null> {
  const allowance = await allowanceFor(books, settings, page.url, item)
  if (allowance === null || (await isPurseFrozen(books))) return null
  const agreed = agreedTo(asked, await foresee(asked, said, { books, settings, asksReader: false }), allowance, settings)
  return agreed === null ? null : { ...agreed, allowance }
}

/** What would be paid under an allowance; null where the reader is to be asked about it. */
function agreedTo(asked: Approval, quoted: Result<Quoted, Refused>, allowance: string, { askAbove }: PricedSettings): Omit<Agreement, 'tabId'> | null {
  if (!quoted.ok || quoted.value.type !== 'quoted') return null
  const { quote: found } = quoted.value
  const agreed = termsOf(asked, found, allowance)
  if (agreed === null || found.notices.some(({ level }) => level === 'care')) return null
  if (askAbove !== null && agreed.terms.amount > BigInt(askAbove)) return null
  return { ...agreed, maxTimeoutSeconds: found.maxTimeoutSeconds, balance: BigInt(found.balance), note: null }
}

/** Pages and pieces of them: what a page loads beside itself is never paid for without a question. */
const mayBeUnasked = ({ kind, look }: PageItem): boolean => look.state === 'offer' && (kind === 'document' || kind === 'fragment')

/** What would be asked, were it asked. */
function questionOf(page: PageState, { kind, resource, sealed, title, keep, look }: PageItem): Approval {
  const seenAmount = look.state === 'offer' ? look.amount : null
  return { id: crypto.randomUUID(), tabId: page.tabId, shownIn: null, page: page.url, kind, resource, sealed: sealed?.part ?? null, title, keep, seenAmount, askedAt: Date.now(), stage: { type: 'new', wanted: null } }
}
