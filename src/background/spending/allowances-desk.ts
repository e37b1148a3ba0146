import type { Purchase, PurchaseTerms } from '../../core/purchase/purchase'
import { err, ok, type Result } from '../../core/result'
import { isProtected } from '../../core/protocols/is-protected'
import { allowanceCovering, holdsAt, isSamePlace, type Allowance, type AllowancePlace } from '../../core/spending/allowance'
import { isOfferable, suggestedAllowance, type AllowanceOffer } from '../../core/spending/allowance-offer'
import { spentOn, sumOf } from '../../core/spending/tally'
import type { Input } from '../../messaging/contract'
import type { AllowanceView, MoneyView, Settings } from '../../messaging/views'
import { maxAllowances, maxDeclined, noAllowances, type Allowances } from '../../store/spending-codec'
import { siteOfTerms } from '../../store/spending-book'
import { activeAsset } from '../app'
import type { Books, OpenBooks } from '../books'
import type { PageItem } from '../page/page-state'
import { dayAt } from '../today'

/** 'gone': the payment it was offered after is no reason for one. 'full': there is no room for another. */
export type AllowanceRefusal = 'locked' | 'gone' | 'full'

const dayMs = 24 * 60 * 60_000

/** Where an allowance is offered, given, looked at and ended. Without one nothing is ever paid without a question. */
export class AllowancesDesk {
  readonly #open: OpenBooks
  readonly #settings: () => Promise<Settings>

  constructor(open: OpenBooks, settings: () => Promise<Settings>) {
    this.#open = open
    this.#settings = settings
  }

  /** Those that hold, the newest first. Null while the wallet is locked. */
  async view(): Promise<readonly AllowanceView[] | null> {
    const books = await this.#open()
    if (books === null) return null
    const asset = activeAsset(await this.#settings())
    const at = Date.now()
    const money = (atomic: bigint): MoneyView => ({ atomic: atomic.toString(), decimals: asset.decimals, symbol: asset.symbol })
    const { allowances } = await read(books)
    return allowances
      .filter((one) => holdsAt(one, at) && one.network === asset.network && one.asset === asset.asset)
      .map(({ id, site, perPayment, perDay, until, days }) => ({ id, site, perPayment: money(perPayment), perDay: money(perDay), used: money(sumOf(spentOn(days, dayAt(at)))), until }))
      .reverse()
  }

  /** What the reader is asked after a purchase; null where there is nothing to ask, or it was answered before. */
  async offerAfter(purchase: Purchase): Promise<AllowanceOffer | null> {
    const books = await this.#open()
    if (books === null || !canBeUnasked(purchase)) return null
    const { terms } = purchase
    const { allowances, declined } = await read(books)
    const place = placeOf(terms)
    const isAnswered = allowances.some((one) => holdsAt(one, Date.now()) && isSamePlace(one, place)) || declined.some((one) => isSamePlace(one, place))
    if (isAnswered) return null
    const { askAbove } = await this.#settings()
    const { limits, site } = await books.purchases.standing(terms, siteOfTerms(terms), dayAt(Date.now()))
    return suggestedAllowance(site, terms.payTo, limits, askAbove === null ? null : BigInt(askAbove))
  }

  /** Gives one for the site and the account of a purchase, in the place of any there is for them. */
  async add({ purchase: id, perPayment, perDay, days }: Input<'allowances.add'>): Promise<Result<null, AllowanceRefusal>> {
    const books = await this.#open()
    if (books === null) return err('locked')
    const offer = { perPayment: BigInt(perPayment), perDay: BigInt(perDay), days }
    const purchase = await books.purchases.get(id)
    if (purchase === null || !canBeUnasked(purchase) || !isOfferable(offer)) return err('gone')
    const at = Date.now()
    const { terms } = purchase
    const given: Allowance = { id: crypto.randomUUID(), ...placeOf(terms), perPayment: offer.perPayment, perDay: offer.perDay, since: at, until: at + days * dayMs, days: [] }
    const kept = await change(books, (current) => withAllowance(current, given, at))
    return kept?.allowances.some((one) => one.id === given.id) === true ? ok(null) : err('full')
  }

  /** The reader does not want one here, and is not asked again. */
  async decline(purchaseId: string): Promise<void> {
    const books = await this.#open()
    const purchase = await books?.purchases.get(purchaseId)
    if (books === null || purchase === undefined || purchase === null) return
    await change(books, (current) => withDeclined(current, placeOf(purchase.terms)))
  }

  /** Sites where the reader has said no, or has ended one, each once, in the order of the alphabet. Null while the wallet is locked. */
  async declined(): Promise<readonly string[] | null> {
    const books = await this.#open()
    if (books === null) return null
    const asset = activeAsset(await this.#settings())
    const here = (await read(books)).declined.filter((one) => one.network === asset.network && one.asset === asset.asset)
    return [...new Set(here.map(({ site }) => site))].sort()
  }

  /** Forgets those answers. Gives no permission: after the next purchase there the reader is asked. False while the wallet is locked. */
  async offerAgain(): Promise<boolean> {
    const books = await this.#open()
    if (books === null) return false
    await change(books, (current) => ({ ...current, declined: [] }))
    return true
  }

  /** Ends one at once: what is announced under it is not signed any more. False while the wallet is locked. */
  async end(id: string): Promise<boolean> {
    const books = await this.#open()
    if (books === null) return false
    await change(books, (current) => {
      const ended = current.allowances.find((one) => one.id === id)
      if (ended === undefined) return current
      const { site, network, asset, payTo } = ended
      const rest = { ...current, allowances: current.allowances.filter((one) => one.id !== id) }
      return withDeclined(rest, { site, network, asset, payTo })
    })
    return true
  }
}

/**
 * The allowance that would cover what a page asks, by what is on its card; null where there is none. Looked at before anything
 * is asked of the seller: whether it covers the purchase is checked where that is written down (store/spending-book).
 */
export async function allowanceFor(books: Pick<Books, 'purchases'>, settings: Settings, page: string, { kind, look }: Pick<PageItem, 'kind' | 'look'>): Promise<string | null> {
  if (look.state !== 'offer') return null
  const { network, asset } = activeAsset(settings)
  const at = Date.now()
  const wanted = { site: siteOfTerms({ page }), network, asset, payTo: look.payTo, amount: BigInt(look.amount), kind }
  return allowanceCovering((await read(books)).allowances, wanted, dayAt(at), at)?.id ?? null
}

/** Where and for whom an allowance after this purchase would be. */
const placeOf = (terms: PurchaseTerms): AllowancePlace => ({ site: siteOfTerms(terms), network: terms.network, asset: terms.asset, payTo: terms.payTo })

/** Pages and pieces of them, that were paid, over a connection nobody else can change. */
function canBeUnasked({ terms, settlement }: Purchase): boolean {
  return settlement !== null && (terms.kind === 'document' || terms.kind === 'fragment') && isProtected(new URL(terms.page)) && isProtected(new URL(terms.resource))
}

/** In the place of what held for the same account on the same site, and with what was spent under that today. Unchanged where there is no room. */
function withAllowance(current: Allowances, given: Allowance, at: number): Allowances {
  const others = current.allowances.filter((one) => holdsAt(one, at) && !isSamePlace(one, given))
  if (others.length >= maxAllowances) return current
  return { ...current, allowances: [...others, { ...given, days: current.allowances.find((one) => isSamePlace(one, given))?.days ?? [] }] }
}

function withDeclined(current: Allowances, place: AllowancePlace): Allowances {
  const others = current.declined.filter((one) => !isSamePlace(one, place))
  return { ...current, declined: [...others, place].slice(-maxDeclined) }
}

const read = async (books: Pick<Books, 'purchases'>): Promise<Allowances> => (await books.purchases.spending.allowances.read()) ?? noAllowances

const change = (books: Books, next: (current: Allowances) => Allowances): Promise<Allowances | null> => books.purchases.spending.allowances.change((current) => next(current ?? noAllowances))
