import { siteOf } from '../../core/protocols/site'
import type { Scope } from '../../core/privacy/scope'
import { canonicalResource } from '../../core/purchase/identity'
import type { Purchase } from '../../core/purchase/purchase'
import { ok, type Result } from '../../core/result'
import type { Refusal } from '../../messaging/router'
import type { ForgettingView } from '../../messaging/views'
import type { Forgetting } from '../../store/forgetter'
import type { Keyring } from '../../vault/keyring'
import { giveBackSites } from '../../platform/site-access'
import type { Approvals } from '../approval/approvals'
import type { Books, OpenBooks } from '../books'
import { locked } from '../locked'
import type { Pages } from '../page/pages'
import type { UnaskedPayments } from '../payment/unasked-payments'
import { dayAt } from '../today'

interface Desk {
  readonly open: OpenBooks
  readonly pages: Pages
  readonly approvals: Approvals
  readonly unasked: UnaskedPayments
}

/** Somebody who travels west meets a day again: what was spent then may count for this long after it was over. */
const dayCountsMs = 2 * 24 * 3_600_000

/** Forgets a site or a period: what is stored of it, and what the browser's session still knows. */
export class ForgettingDesk {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** What would go; null while the wallet is locked. */
  async weigh(scope: Scope): Promise<ForgettingView | null> {
    const books = await this.#desk.open()
    return books === null ? null : viewOf(await books.purchases.weighForgetting(scope))
  }

  async forget(scope: Scope): Promise<Result<ForgettingView, Refusal>> {
    const books = await this.#desk.open()
    if (books === null) return locked()
    const forgotten = await this.#forget(books, scope)
    await books.security.add([{ at: Date.now(), kind: 'forgotten', way: null }])
    return ok(viewOf(forgotten))
  }

  /** What has been kept as long as the reader wants it kept. Looked for first: while it goes, no payment can begin. */
  async letGoBefore(at: number): Promise<void> {
    const books = await this.#desk.open()
    const scope: Scope = { kind: 'period', from: 0, to: at }
    if (books === null || (await books.purchases.weighForgetting(scope)).purchases.length === 0) return
    await this.#forget(books, scope)
  }

  async #forget(books: Books, scope: Scope): Promise<Forgetting> {
    const isOnePurse = (await books.purses.all()).length === 1
    // A purse that is made later asks whether the first has paid already.
    await books.purses.change((kept) => ({
      ...kept,
      memory: isOnePurse && kept.memory === 'whole' ? 'searched' : kept.memory,
      sites: kept.sites.filter(({ site }) => scope.kind !== 'site' || site !== scope.site),
    }))
    const forgotten = await books.purchases.forget(scope, {
      keepsNumber: (purchase) => keepsNumber(purchase, books.keyring, isOnePurse),
      oldestDay: dayAt(Date.now() - dayCountsMs),
    })
    await this.#forgetSession(new Set([...forgotten.sites, ...(scope.kind === 'site' ? [scope.site] : [])]), new Set(forgotten.purchases))
    return forgotten
  }

  async #forgetSession(sites: ReadonlySet<string>, purchases: ReadonlySet<string>): Promise<void> {
    const { pages, approvals, unasked } = this.#desk
    const isGone = (url: string): boolean => URL.canParse(url) && sites.has(siteOf(new URL(url)) ?? '')
    await pages.forget(isGone, purchases)
    await approvals.forget(isGone, purchases)
    await unasked.forget(isGone)
    await giveBackSites(isGone)
  }
}

/**
 * A purchase whose number is this wallet's own needs no memory: the next one of the same thing begins with the same number, which
 * the token says is used, and it is known again from the chain. Where the seller has dictated the number nothing tells that it was
 * paid; and a tip would be taken for the last one. With several purses another may pay the next time, whose numbers are others.
 */
export function keepsNumber({ terms, settlement }: Purchase, keyring: Pick<Keyring, 'purchaseNonce'>, isOnePurse: boolean): boolean {
  if (settlement === null) return false
  if (!isOnePurse) return true
  const { network, asset, counter, resource, nonce, kind } = terms
  return kind === 'tip' || keyring.purchaseNonce({ network, asset, counter, resource: canonicalResource(resource) }) !== nonce
}

const viewOf = ({ purchases, underWay }: Forgetting): ForgettingView => ({ payments: purchases.length, underWay })
