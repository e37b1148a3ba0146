import { decodeTransfer } from '../../core/authorization/transfer'
import { fromHex } from '../../core/hex'
import { canonicalResource } from '../../core/purchase/identity'
import type { Purchase, PurchaseTerms } from '../../core/purchase/purchase'
import { findNetwork } from '../../core/networks/networks'
import { readNote } from '../../core/tips/note'
import { atomicOf, readAmount, withAmount } from '../../core/tips/target'
import { err, ok, type Result } from '../../core/result'
import { passOf } from '../../core/protocols/covers'
import { en as words } from '../../core/words/en'
import type { Refusal } from '../../messaging/router'
import type { AllowanceOfferView, ApprovalView } from '../../messaging/views'
import { browser } from '../../platform/browser'
import type { OpenBooks } from '../books'
import { activeAsset } from '../app'
import { locked } from '../locked'
import { askedByNow } from '../watch/judge-payment'
import { inWords, onDay, type PricedSettings } from '../display'
import type { ChainReader } from '../chain/chain-reader'
import { titleOf } from '../page/page-state'
import type { AgreeFault, Payments } from '../payment/payments'
import type { ReEntry } from '../reentry/re-entry'
import { singleFlight } from '../single-flight'
import type { AllowancesDesk } from '../spending/allowances-desk'
import { siteOfTerms } from '../../store/spending-book'
import { spendingRefused } from '../spending/spending-words'
import type { Noticed, WatchDesk } from '../watch/watch-desk'
import type { WalletSession } from '../wallet/wallet-session'
import { placeOf, type Approval, type StoredQuote } from './approval-state'
import type { Approvals } from './approvals'
import { outcomeOf } from './outcome'
import { quote, type Quoted, type Refused } from './quote'
import { termsOf } from './terms'

const agreeFault = (): Record<Exclude<Extract<AgreeFault, string>, 'withdrawn'>, { readonly sentence: string; readonly remedy: 'retry' | 'top-up' | 'purses' | 'none' }> => ({
  locked: { sentence: words.locked, remedy: 'retry' },
  'not-enough': { sentence: words.balanceUnknown, remedy: 'top-up' },
  'other-purse': { sentence: words.purse.bound, remedy: 'purses' },
  unsigned: { sentence: words.draftChanged, remedy: 'retry' },
  'price-in-flight': { sentence: words.priceInFlight, remedy: 'retry' },
  stopped: { sentence: words.unasked.stopped, remedy: 'retry' },
})

/** What a reader says with a yes: for a tip, that a new account is whom they mean, and a note as it was typed. */
interface Said {
  readonly checked: boolean
  /** What was noticed is fine. */
  readonly fine: boolean
  readonly note: string
}

interface Desk {
  readonly wallet: WalletSession
  readonly open: OpenBooks
  readonly chain: ChainReader
  readonly payments: Payments
  readonly approvals: Approvals
  readonly reentry: ReEntry
  readonly allowances: AllowancesDesk
  readonly watch: WatchDesk
  readonly settings: () => Promise<PricedSettings>
}

/** Where a question becomes a quote on screen, and the reader's yes becomes a purchase. */
export class ApprovalDesk {
  readonly #desk: Desk
  readonly #quoting = singleFlight<undefined>()

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** A question was put: what it would cost is found out while its window is being opened. Nothing happens while the wallet is locked. */
  begun(question: Approval): void {
    if (question.stage.type === 'new') void this.#quote(question).catch(() => undefined)
  }

  async view(id: string): Promise<ApprovalView> {
    const asked = await this.#desk.approvals.find(id)
    if (asked === null) return { state: 'gone' }
    const head = { host: placeOf(asked).host, title: titleOf(asked) }
    const wallet = await this.#desk.wallet.state()
    if (wallet === 'none') return { state: 'no-wallet' }
    if (wallet !== 'unlocked') return { state: 'locked', ...head }
    switch (asked.stage.type) {
      case 'new':
        void this.#quote(asked)
        return { state: 'loading', ...head }
      case 'refused':
        return { state: 'refused', ...head, sentence: asked.stage.sentence, remedy: asked.stage.remedy }
      case 'quoted':
        return { state: 'ready', quote: shown(asked, asked.stage.quote) }
      case 'sign-in':
        return this.#signingIn(asked, asked.stage.purchaseId)
      case 'paying':
        return this.#paying(asked, asked.stage.purchaseId)
    }
  }

  /** Forgets the quote and asks again. @param other which of the other prices on screen is wanted, if one is */
  async refresh(id: string, other: number | null = null): Promise<ApprovalView> {
    const asked = await this.#desk.approvals.find(id)
    if (asked?.stage.type === 'quoted') {
      const wanted = other === null ? asked.stage.quote.offer : asked.stage.quote.others[other]?.offer
      await this.#desk.approvals.update(id, { stage: { type: 'new', wanted: wanted ?? null } })
    }
    if (asked?.stage.type === 'refused') await this.#desk.approvals.update(id, { stage: { type: 'new', wanted: null } })
    return this.view(id)
  }

  /** The reader names an amount of their own for a tip, in dollars; null takes it back. What is none is refused, and nothing changes. */
  async ownAmount(id: string, typed: string | null): Promise<ApprovalView> {
    const asked = await this.#desk.approvals.find(id)
    const amount = typed === null ? null : readAmount(typed)
    const isOver = asked === null || asked.kind !== 'tip' || !['quoted', 'refused'].includes(asked.stage.type)
    if (isOver || (typed !== null && amount === null)) return this.view(id)
    const { decimals } = activeAsset(await this.#desk.settings())
    const seenAmount = amount === null ? null : atomicOf(amount, decimals).toString()
    await this.#desk.approvals.update(id, { resource: withAmount(asked.resource, amount), seenAmount, stage: { type: 'new', wanted: null } })
    return this.view(id)
  }

  /** The reader says whether the site may be told who is back. Either way the question is over: what was bought is asked for again. */
  async signIn(id: string, allow: boolean): Promise<Result<ApprovalView, Refusal>> {
    const asked = await this.#desk.approvals.find(id)
    const purchase = asked?.stage.type === 'sign-in' ? await (await this.#desk.open())?.purchases.get(asked.stage.purchaseId) : null
    if (asked === null || purchase === undefined || purchase === null) return err({ code: 'refused', sentence: words.draftChanged })
    await this.#desk.reentry.answered(purchase, asked.tabId, allow)
    await this.#desk.approvals.close(id)
    return ok({ state: 'gone' })
  }

  /** The reader agrees to exactly `message`. Anything else than what is on record is refused. @param said beside the yes */
  async agree(id: string, message: string, { checked, fine, note }: Said): Promise<Result<ApprovalView, Refusal>> {
    const asked = await this.#desk.approvals.find(id)
    if (asked?.stage.type !== 'quoted' || asked.stage.quote.message !== message) return err({ code: 'refused', sentence: words.draftChanged })
    if (asked.kind === 'tip' && asked.stage.quote.newPayee && !checked) return err({ code: 'refused', sentence: words.tip.unchecked })
    if (asked.stage.quote.watch.guards.length > 0 && !fine) return err({ code: 'refused', sentence: words.watch.confirmFirst })
    if ((await this.#desk.wallet.state()) !== 'unlocked') return locked()
    const terms = termsOf(asked, asked.stage.quote)
    if (terms === null) return err({ code: 'refused', sentence: words.draftChanged })
    const [isThere, hasMore] = await Promise.all([this.#pageIsThere(asked), this.#hasMoreToAsk(asked.stage.quote, terms.terms)])
    if (!isThere) {
      await this.#refuse(id, words.tabGone, 'none')
      return ok(await this.view(id))
    }
    if (isOver(asked.stage.quote)) {
      await this.#refuse(id, words.offerOver, 'retry')
      return ok(await this.view(id))
    }
    if (hasMore) {
      await this.#desk.approvals.update(id, { stage: { type: 'new', wanted: asked.stage.quote.offer } })
      return ok(await this.view(id))
    }
    const { maxTimeoutSeconds, balance } = asked.stage.quote
    const agreed = await this.#desk.payments.agree({ ...terms, maxTimeoutSeconds, balance: BigInt(balance), tabId: asked.tabId, note: asked.kind === 'tip' ? readNote(note) : null })
    if (agreed.ok) {
      await this.#desk.approvals.update(id, { stage: { type: 'paying', purchaseId: agreed.value } })
      await this.#desk.watch.agreed(noticedAt(asked, terms.terms), agreed.value)
    } else await this.#refuseFault(id, agreed.error, terms.terms)
    return ok(await this.view(id))
  }

  /** The reader says no. */
  async decline(id: string): Promise<void> {
    const asked = await this.#desk.approvals.find(id)
    const terms = asked?.stage.type === 'quoted' ? termsOf(asked, asked.stage.quote) : null
    if (asked !== null && terms !== null) await this.#desk.watch.decided(noticedAt(asked, terms.terms), 'declined')
    await this.#desk.approvals.close(id)
  }

  /** Whether the watch would ask by now about something that was not on screen. */
  async #hasMoreToAsk({ watch }: StoredQuote, terms: PurchaseTerms): Promise<boolean> {
    const books = await this.#desk.open()
    if (books === null) return false
    return books.look(async () => {
      const history = await books.purchases.findByResource(books.tag(terms, canonicalResource(terms.resource)))
      return (await askedByNow(books, terms, history, Date.now())).some((guard) => !watch.guards.includes(guard))
    })
  }

  #quote(asked: Approval): Promise<undefined> {
    return this.#quoting(asked.id, async () => {
      const books = await this.#desk.open()
      if (books === null) return undefined
      const settings = await this.#desk.settings()
      const wanted = asked.stage.type === 'new' ? asked.stage.wanted : null
      const quoted = await quote(asked, wanted, { books, chain: this.#desk.chain, settings, asksReader: true })
      if (!quoted.ok && quoted.error.denied !== undefined) await this.#desk.watch.decided(quoted.error.denied, 'denied')
      const stage = quoted.ok ? await this.#stageOf(quoted.value, settings) : ({ type: 'refused', sentence: quoted.error.sentence, remedy: quoted.error.remedy } as const)
      await this.#desk.approvals.update(asked.id, { stage })
      return undefined
    })
  }

  /** What was paid before this wallet knew of it opens again where the site lets its reader back in. */
  async #stageOf(quoted: Quoted, settings: PricedSettings): Promise<Approval['stage']> {
    if (quoted.type !== 'recognised') return quoted
    const { id, terms, createdAt } = quoted.purchase
    if ((await this.#desk.reentry.way(quoted.purchase)).type !== 'receipt') return { type: 'sign-in', purchaseId: id }
    const price = inWords(terms.amount, findNetwork(terms.network)?.token.decimals ?? 0, settings)
    return { type: 'refused', sentence: words.recognised(onDay(createdAt), price), remedy: 'retry' }
  }

  async #signingIn(asked: Approval, purchaseId: string): Promise<ApprovalView> {
    const purchase = await (await this.#desk.open())?.purchases.get(purchaseId)
    if (purchase === undefined || purchase === null) return { state: 'gone' }
    return { state: 'sign-in', host: placeOf(asked).host, title: purchase.terms.title, at: purchase.createdAt }
  }

  async #paying(asked: Approval, purchaseId: string): Promise<ApprovalView> {
    const books = await this.#desk.open()
    const purchase = await books?.purchases.get(purchaseId)
    if (purchase === undefined || purchase === null) return { state: 'gone' }
    const outcome = outcomeOf(purchase, { host: placeOf(asked).host, title: purchase.terms.title })
    return outcome.state === 'done' && outcome.outcome === 'delivered' ? { ...outcome, offer: await this.#offerAfter(purchase) } : outcome
  }

  /** Asked once, when what was just bought has arrived. */
  async #offerAfter(purchase: Purchase): Promise<AllowanceOfferView | null> {
    const offer = await this.#desk.allowances.offerAfter(purchase)
    if (offer === null) return null
    return { site: siteOfTerms(purchase.terms), perPayment: offer.perPayment.toString(), perDay: offer.perDay.toString(), days: offer.days }
  }

  async #refuseFault(id: string, fault: AgreeFault, { amount, network }: PurchaseTerms): Promise<void> {
    const settings = await this.#desk.settings()
    const show = (atomic: bigint): string => inWords(atomic, findNetwork(network)?.token.decimals ?? 0, settings)
    if (fault === 'withdrawn') return this.#refuse(id, words.policy.withdrawnHere(findNetwork(network)?.label ?? network), 'rules')
    const { sentence, remedy } = typeof fault === 'string' ? agreeFault()[fault] : spendingRefused(fault, amount, show)
    await this.#refuse(id, sentence, remedy)
  }

  async #refuse(id: string, sentence: string, remedy: Refused['remedy']): Promise<void> {
    await this.#desk.approvals.update(id, { stage: { type: 'refused', sentence, remedy } })
  }

  /** A document, or what it loads, is paid for only in the tab that asked, and only while it still shows that page. */
  async #pageIsThere(asked: Approval): Promise<boolean> {
    try {
      const tab = await browser.tabs.get(asked.tabId)
      // Without access to the site the address is hidden; the header rule is pinned to it all the same.
      return asked.kind === 'fragment' || asked.kind === 'tip' || tab.url === undefined || tab.url.split('#', 1)[0] === asked.page
    } catch {
      return false
    }
  }
}

/** What the watch noticed about what is on screen. */
function noticedAt(asked: Approval, { payTo, amount }: PurchaseTerms): Noticed {
  const watch = asked.stage.type === 'quoted' ? asked.stage.quote.watch : { guards: [], reasons: [] }
  return { site: siteOfTerms(asked), payTo, amount, ...watch }
}

function shown(asked: Approval, quote: StoredQuote) {
  const url = placeOf(asked)
  const bytes = fromHex(quote.message)
  const decoded = bytes === null ? null : decodeTransfer(bytes)
  const first = quote.balanceAfter
  return {
    site: { host: url.host, secure: url.protocol === 'https:' },
    kind: asked.kind,
    title: quote.title,
    // The page's own promise is not repeated on the surface that spends: only what it may mean is said, in our words.
    keep: coveredAs(quote) ?? keptAs(asked),
    message: quote.message as `0x${string}`,
    token: { symbol: first.symbol, decimals: first.decimals, label: decoded?.ok === true ? decoded.value.domain.name : first.symbol },
    feeLines: quote.feeLines,
    purse: quote.purse,
    balanceAfter: quote.balanceAfter,
    limitAfter: quote.limitAfter,
    notices: quote.notices,
    mustConfirm: quote.watch.guards.length > 0,
    validSeconds: quote.validSeconds,
    testMoney: quote.testMoney,
    newPayee: quote.newPayee,
    takesNote: quote.takesNote,
    ownAmount: asked.kind === 'tip' ? new URL(asked.resource).searchParams.get('amount') : null,
    others: quote.others.map(({ price, covers }) => ({ price, covers })),
  }
}

/** A payment needs a moment to reach the seller's service. */
const deliveryMs = 5_000
const isOver = ({ expires }: StoredQuote): boolean => expires !== null && Date.now() > expires - deliveryMs

/** What the seller says it is for, where that is more than this piece. */
function coveredAs({ offer }: StoredQuote): string | null {
  const pass = passOf(offer)
  return pass === null ? null : words.covers[pass]
}

function keptAs({ kind, keep }: Approval): string | null {
  if (kind === 'tip') return words.tip.gift
  if (kind === 'subresource') return words.card.loadsAgain
  return kind === 'document' || keep === 'forever' ? words.card.keepForever : null
}
