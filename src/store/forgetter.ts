import { Dexie, type Table } from 'dexie'
import { siteOf } from '../core/protocols/site'
import { isBetween, isUnderWay, isWithin, sitesOf, type Scope } from '../core/privacy/scope'
import type { Purchase } from '../core/purchase/purchase'
import { exceptionMs } from '../core/risk/judgement'
import type { Day } from '../core/spending/day'
import { forget, nothingForgotten, withoutOldSites, type Forgotten } from '../core/spending/forgotten'
import { isSameAsset } from '../core/spending/reserved'
import type { Sealer } from '../vault/sealer'
import type { CountedRefunds } from './counted-refunds'
import type { DeniedRefunds } from './denied-refunds'
import { everyPayment } from './history/parts'
import { keepsakes, type KeptDraft } from './keepsakes'
import type { PaidNumbers } from './paid-numbers'
import type { FarthingDatabase } from './schema'
import { securityLog } from './security-log'
import { siteOfTerms, type SpendingBook } from './spending-book'
import type { WatchBook } from './watch-book'

/** What forgetting takes, or took. */
export interface Forgetting {
  /** Payments, by id. */
  readonly purchases: readonly string[]
  /** Sites of which nothing is left. */
  readonly sites: readonly string[]
  /** Payments that stay, because their money may still move, what they paid for is on its way, or they are disputed. */
  readonly underWay: number
}

/** What decides how much has to be remembered of a purchase whose name is forgotten. */
export interface Means {
  /** Whether nobody but this wallet would keep it from being paid for again: see docs/THREAT-MODEL.md, "Forgetting". */
  readonly keepsNumber: (purchase: Purchase) => boolean
  /** The first day that may still count against the limit of a site. */
  readonly oldestDay: Day
}

interface Books {
  readonly spending: SpendingBook
  readonly watch: WatchBook
  readonly numbers: PaidNumbers
  readonly refunds: CountedRefunds
  readonly notRefunds: DeniedRefunds
  /** Visits every purchase that can be read, in the order they were begun. */
  readonly all: (visit: (purchase: Purchase, resourceTag: string) => void) => Promise<void>
}

/** Tables whose rows belong to what was bought, by its keyed hash, and to a purchase, by its id. */
const byResource = ['contents', 'copies', 'copyParts'] as const
const byPurchase = ['journal', 'labels', 'disputes', 'saleTerms'] as const

/** Tables that tell of no site and no payment. */
const untouched = ['vault', 'settings', 'attempts', 'slotNames']

/**
 * Forgets purchases and everything that tells of them, in one transaction over all there is: all of it goes, or none. What stays are
 * sums that hold the limits in place, without a name, and where it is needed the keyed hash of what was bought with its number, so
 * that it is never paid twice.
 */
export class Forgetter {
  readonly #db: FarthingDatabase
  readonly #sealer: Sealer
  readonly #books: Books

  constructor(db: FarthingDatabase, sealer: Sealer, books: Books) {
    this.#db = db
    this.#sealer = sealer
    this.#books = books
  }

  /** What would be forgotten; nothing is changed. */
  async weigh(scope: Scope): Promise<Forgetting> {
    const found = new Found(scope, await this.#disputed())
    await this.#books.all((purchase, tag) => found.visit(purchase, tag))
    return found.forgetting()
  }

  /** Everything of it goes but what is under way. */
  forget(scope: Scope, means: Means): Promise<Forgetting> {
    return this.#db.transaction('rw', this.#tablesBut(untouched), async () => {
      const found = new Found(scope, await this.#disputed())
      const [spending, watch] = [this.#books.spending.remaking(), await this.#books.watch.remaking()]
      await this.#books.all((purchase, tag) => {
        if (found.visit(purchase, tag)) return
        spending.visit(purchase)
        watch.visit(purchase)
      })
      if (found.taken.length > 0) {
        await this.#keepWhatCounts(found, means)
        await this.#remove(found)
        await spending.keep()
        await watch.keep()
      }
      const forgetting = found.forgetting()
      await this.#forgetSites(new Set(scope.kind === 'site' ? [scope.site, ...forgetting.sites] : forgetting.sites), found.hosts)
      if (scope.kind === 'period') await this.#forgetPeriod(scope)
      return forgetting
    })
  }

  /** Payments that money is asked back for: what proves them stays until that is over. */
  async #disputed(): Promise<ReadonlySet<string>> {
    return new Set((await this.#db.disputes.where('open').equals(1).toArray()).map(({ purchaseId }) => purchaseId))
  }

  async #keepWhatCounts({ taken }: Found, { keepsNumber, oldestDay }: Means): Promise<void> {
    for (const { purchase, tag } of taken) if (keepsNumber(purchase)) await this.#books.numbers.keep(tag, purchase.terms.counter)
    await this.#books.spending.forgotten.change((current) => {
      const all = taken.reduce<readonly Forgotten[]>((known, { purchase }) => {
        const { terms } = purchase
        const before = known.find((one) => isSameAsset(one, terms)) ?? nothingForgotten(terms)
        const after = forget(before, purchase, this.#books.spending.siteTag(terms, siteOfTerms(terms)), oldestDay)
        return [...known.filter((one) => !isSameAsset(one, terms)), after]
      }, current?.forgotten ?? [])
      return { forgotten: all.map((one) => withoutOldSites(one, oldestDay)) }
    })
  }

  async #remove({ taken, keptTags, keptPayees }: Found): Promise<void> {
    const { purchases, payees, history, historyChanges } = this.#db
    const ids = taken.map(({ purchase }) => purchase.id)
    const tags = [...new Set(taken.map(({ tag }) => tag))].filter((tag) => !keptTags.has(tag))
    await purchases.bulkDelete(ids)
    for (const table of this.#tables(byPurchase)) await removeOf(table, ids)
    for (const table of this.#tables(byResource)) await removeOf(table, tags)
    await this.#books.refunds.forget(taken.map(({ purchase }) => purchase))
    await this.#books.notRefunds.forget(ids)
    await keepsakes(this.#db, this.#sealer).drafts.change((current) => withoutPayments(current?.drafts ?? [], ids))
    // What the history has of them goes with them; whole, so that not even their ids wait there to be taken over.
    await history.clear()
    await historyChanges.clear()
    await historyChanges.put({ table: 'purchases', id: everyPayment, part: -1 })
    const gone = taken.map(({ purchase }) => payeeOf(purchase)).filter((payee) => !keptPayees.has(payee))
    await payees.bulkDelete([...new Set(gone)].map((payee) => this.#sealer.tag('payee', payee)))
  }

  #tables(names: readonly string[]): readonly Table[] {
    return this.#db.tables.filter(({ name }) => names.includes(name))
  }

  #tablesBut(names: readonly string[]): Table[] {
    return this.#db.tables.filter(({ name }) => !names.includes(name))
  }

  /** What is written down of sites beside their purchases. @param hosts names that may stand in what was said of them */
  async #forgetSites(sites: ReadonlySet<string>, hosts: ReadonlySet<string>): Promise<void> {
    const { spending, watch } = this.#books
    const { signIns, wishes } = keepsakes(this.#db, this.#sealer)
    const stays = ({ site }: { readonly site: string }): boolean => !sites.has(site)
    const names = [...sites, ...hosts]
    const tells = (text: string): boolean => names.some((name) => text.includes(name))
    await spending.allowances.change((current) => (current === null ? null : { allowances: current.allowances.filter(stays), declined: current.declined.filter(stays) }))
    await watch.changeRules((rules) => ({ ...rules, exceptions: rules.exceptions.filter(stays), reported: rules.reported.filter(stays), blocked: rules.blocked.filter(stays), opened: rules.opened.filter(stays) }))
    await watch.changeLog((entry) => (stays(entry) && !entry.reasons.some(tells) ? entry : null))
    await signIns.change((current) => (current === null ? null : { sites: current.sites.filter(({ site }) => !sites.has(siteOf(new URL(site)) ?? site)) }))
    await wishes.change((current) => (current === null ? null : emptyToNull({ wishes: current.wishes.filter(stays) })))
    await securityLog(this.#db, this.#sealer).forgetAbout(tells)
  }

  /** What else was written down in a period. That the wallet was opened then stays in the log of the door, and what for goes. */
  async #forgetPeriod(scope: Extract<Scope, { kind: 'period' }>): Promise<void> {
    const { spending, watch } = this.#books
    const { wishes } = keepsakes(this.#db, this.#sealer)
    const stays = (at: number): boolean => !isBetween(scope, at)
    await spending.allowances.change((current) => (current === null ? null : { ...current, allowances: current.allowances.filter(({ since }) => stays(since)) }))
    await watch.changeRules((rules) => ({
      ...rules,
      exceptions: rules.exceptions.filter(({ until }) => stays(until - exceptionMs)),
      reported: rules.reported.filter(({ at }) => stays(at)),
    }))
    await watch.changeLog((entry) => (stays(entry.at) ? entry : null))
    await wishes.change((current) => (current === null ? null : emptyToNull({ wishes: current.wishes.filter(({ at }) => !touchesDay(scope, at)) })))
    await securityLog(this.#db, this.#sealer).forgetAbout((_about, at) => !stays(at))
  }
}

/** What a visit of all purchases finds. */
class Found {
  readonly taken: { readonly purchase: Purchase; readonly tag: string }[] = []
  readonly keptTags = new Set<string>()
  readonly keptPayees = new Set<string>()
  readonly hosts = new Set<string>()
  readonly #scope: Scope
  readonly #sites = new Set<string>()
  readonly #keptSites = new Set<string>()
  readonly #disputed: ReadonlySet<string>
  #underWay = 0

  /** @param disputed ids of purchases that are disputed */
  constructor(scope: Scope, disputed: ReadonlySet<string>) {
    this.#scope = scope
    this.#disputed = disputed
  }

  /** True where it goes. */
  visit(purchase: Purchase, tag: string): boolean {
    const isMeant = isWithin(this.#scope, purchase)
    if (isMeant && !isUnderWay(purchase) && !this.#disputed.has(purchase.id)) {
      this.taken.push({ purchase, tag })
      for (const site of sitesOf(purchase.terms)) this.#sites.add(site)
      for (const url of [purchase.terms.page, purchase.terms.resource]) if (URL.canParse(url) && new URL(url).hostname !== '') this.hosts.add(new URL(url).hostname)
      return true
    }
    if (isMeant) this.#underWay += 1
    this.keptTags.add(tag)
    this.keptPayees.add(payeeOf(purchase))
    for (const site of sitesOf(purchase.terms)) this.#keptSites.add(site)
    return false
  }

  forgetting(): Forgetting {
    return { purchases: this.taken.map(({ purchase }) => purchase.id), sites: [...this.#sites].filter((site) => !this.#keptSites.has(site)), underWay: this.#underWay }
  }
}

/** As payees are known (background/books). */
const payeeOf = ({ terms }: Purchase): string => JSON.stringify([terms.network, terms.payTo])

/** Requests that wait for each other no longer than they have to. */
const atOnce = 500

/** Removes the rows of a table whose keys are these, or begin with them. */
async function removeOf(table: Table, keys: readonly string[]): Promise<void> {
  const { keyPath, name } = table.schema.primKey
  if (!Array.isArray(keyPath)) return table.bulkDelete([...keys])
  // Few rows are looked through at once: two questions for each key, and most of them about nothing, take far longer.
  if ((await table.count()) < keys.length) {
    const wanted = new Set<unknown>(keys)
    const all = (await table.toCollection().primaryKeys()) as unknown[][]
    return table.bulkDelete(all.filter(([first]) => wanted.has(first)))
  }
  for (let from = 0; from < keys.length; from += atOnce) {
    await Promise.all(keys.slice(from, from + atOnce).map((key) => table.where(name).between([key, Dexie.minKey], [key, Dexie.maxKey]).delete()))
  }
}

const dayMs = 24 * 3_600_000
const touchesDay = ({ from, to }: { readonly from: number; readonly to: number }, day: Day): boolean => Date.parse(day) + dayMs > from && Date.parse(day) < to

/** What was written about these is forgotten as well; null where nothing is left. */
function withoutPayments(drafts: readonly KeptDraft[], ids: readonly string[]): { drafts: KeptDraft[] } | null {
  const left = drafts.filter(({ payment }) => !ids.includes(payment))
  return left.length === 0 ? null : { drafts: left }
}

const emptyToNull = <T>(value: { wishes: T[] }): { wishes: T[] } | null => (value.wishes.length === 0 ? null : value)
