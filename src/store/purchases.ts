import { boundPayer } from '../core/purchase/identity'
import { foldOf, stepsOf, type Step } from '../core/purchase/fold'
import type { Scope } from '../core/privacy/scope'
import type { Purchase, PurchaseEvent, PurchaseTerms } from '../core/purchase/purchase'
import { err, ok, type Result } from '../core/result'
import type { Day } from '../core/spending/day'
import { available, reservedTotal, type Asset, type Holding } from '../core/spending/reserved'
import type { Sealer } from '../vault/sealer'
import { CountedRefunds } from './counted-refunds'
import { DeniedRefunds } from './denied-refunds'
import { Forgetter, type Forgetting, type Means } from './forgetter'
import { looking } from './looking'
import { PaidNumbers } from './paid-numbers'
import { PolicyBook } from './policy-book'
import { PurchaseJournal } from './purchase-journal'
import type { AppendFault, PurchasePage, PurchaseSlice, PurchaseStory, Recognition, Remembered, Reservation, ReserveFault, Watched } from './purchase-shapes'
import { PurchaseSnapshots, type PurchasePlace } from './purchase-snapshots'
import type { FarthingDatabase, PurchaseRow } from './schema'
import { SpendingBook, siteOfTerms, type Overview, type Standing } from './spending-book'
import { WatchBook, type LastSeen } from './watch-book'
import type { Outlay } from './watch-codec'

export const purchaseRepository = (db: FarthingDatabase, sealer: Sealer): PurchaseRepository => new PurchaseRepository(db, sealer)

/**
 * Purchases on disk: a snapshot each, and beside it the journal that it is the fold of. Both are written in one
 * transaction; a damaged snapshot is read from the journal instead; what neither can tell is left out, never guessed.
 * Every method rejects with LockedError once the wallet was locked, and then nothing has been written.
 */
export class PurchaseRepository {
  readonly #db: FarthingDatabase
  readonly #journal: PurchaseJournal
  readonly #snapshots: PurchaseSnapshots
  readonly spending: SpendingBook
  readonly watch: WatchBook
  /** Signed policies as they stand with this reader. */
  readonly policy: PolicyBook
  readonly refunds: CountedRefunds
  readonly notRefunds: DeniedRefunds
  readonly #numbers: PaidNumbers
  readonly #forgetter: Forgetter

  constructor(db: FarthingDatabase, sealer: Sealer) {
    this.#db = db
    this.#journal = new PurchaseJournal(db, sealer)
    this.#snapshots = new PurchaseSnapshots(sealer, this.#journal)
    this.spending = new SpendingBook(db, sealer, (visit) => this.#visitAll(visit))
    this.policy = new PolicyBook(db, sealer)
    this.watch = new WatchBook(db, sealer, (visit) => this.#visitAll(visit))
    this.refunds = new CountedRefunds(db, sealer)
    this.notRefunds = new DeniedRefunds(db, sealer)
    this.#numbers = new PaidNumbers(db, sealer)
    this.#forgetter = new Forgetter(db, sealer, { spending: this.spending, watch: this.watch, refunds: this.refunds, notRefunds: this.notRefunds, numbers: this.#numbers, all: (visit) => this.#visitAll(visit) })
  }

  /**
   * Begins a purchase and holds its price back, in one transaction: of any number of attempts at the same moment
   * one begins each resource, and together they never hold back more than the balance, nor more than any limit allows.
   * @param next what is written of it in the same transaction, made from what was begun, without awaiting anything; null lets go of all of it
   */
  async reserve({ id, terms, resourceTag, balance, at }: Reservation, next: (begun: Purchase) => readonly PurchaseEvent[] | null = () => []): Promise<Result<Purchase, ReserveFault>> {
    return this.#write(async () => {
      const live = await this.#db.purchases.where('live').equals(1).toArray()
      const same = live.find((row) => row.resourceTag === resourceTag)
      if (same !== undefined) return err({ code: 'already-live', id: same.id })
      // The counter tells it as well, for where sellers dictate the nonce: then each quote has another.
      const isUsedUp = (earlier: PurchaseTerms): boolean => earlier.nonce === terms.nonce || earlier.counter >= terms.counter
      const history = await this.findByResource(resourceTag)
      const paid = history.find((earlier) => earlier.settlement !== null && isUsedUp(earlier.terms))
      if (paid !== undefined) return err({ code: 'already-paid', id: paid.id })
      const forgotten = await this.#numbers.highest(resourceTag)
      if (forgotten !== null && forgotten >= terms.counter) return err({ code: 'forgotten' })
      const bound = boundPayer(history, terms.counter)
      if (bound !== null && bound !== terms.payer) return err({ code: 'other-purse' })
      if (await this.#isWithdrawn(terms)) return err({ code: 'withdrawn' })
      const others = await this.#readAll(live)
      if (available(balance, terms, others) < terms.amount) return err({ code: 'not-enough' })
      const { fault, day } = await this.spending.admit(terms, at)
      if (fault !== null) return err(fault)
      const newest = await this.#db.purchases.orderBy('order').last()
      const place = { id, resourceTag, order: (newest?.order ?? 0) + 1 }
      const first: readonly PurchaseEvent[] = [{ type: 'quoted', at, terms: { ...terms, day } }, { type: 'reserved', at }]
      const begun = foldOf(first, id)
      const more = begun === null ? null : next(begun)
      return more === null ? err({ code: 'unsigned' }) : ok(await this.#begin(place, [...first, ...more]))
    })
  }

  /**
   * Writes down a purchase that the chain tells of and this journal does not. Null when one with this nonce is there by now:
   * of two windows that find it at once, one writes it. An attempt that is void was not it, and does not count.
   */
  async recognise({ id, terms, resourceTag, transaction, at }: Recognition): Promise<Purchase | null> {
    return this.#write(async () => {
      const known = await this.findByResource(resourceTag)
      if (known.some((purchase) => purchase.terms.nonce === terms.nonce && purchase.state !== 'void')) return null
      const newest = await this.#db.purchases.orderBy('order').last()
      const place = { id, resourceTag, order: (newest?.order ?? 0) + 1 }
      return this.#begin(place, [{ type: 'recognised', at, terms, transaction }])
    })
  }

  /**
   * Applies events to a purchase, one after the other, and writes them and what became of it: all of them, or none. What has to be
   * on the disk before something is done takes one transaction, however many events it is.
   */
  append(id: string, ...events: readonly PurchaseEvent[]): Promise<Result<Purchase, AppendFault>> {
    return this.appendTo(id, () => events)
  }

  /** The same with events that are made of what the purchase is by then, without awaiting anything; null for none. */
  async appendTo(id: string, next: (before: Purchase) => readonly PurchaseEvent[] | null): Promise<Result<Purchase, AppendFault>> {
    return this.#write(async () => {
      const row = await this.#db.purchases.get(id)
      if (row === undefined) return err('not-found')
      const before = await this.#snapshots.read(row)
      if (before === null) return err('damaged')
      const events = next(before)
      if (events === null) return err('unsigned')
      const steps = stepsOf(before, events, id)
      if (!steps.ok) return steps
      for (const step of steps.value) {
        const fault = await this.#faultOf(step.event, before)
        if (fault !== null) return err(fault)
      }
      const after = await this.#writeSteps(id, steps.value)
      await this.#db.purchases.put(this.#snapshots.row(row, after))
      return ok(after)
    })
  }

  /** Why an event may not be written that would follow. What came back is counted with this. */
  async #faultOf(event: PurchaseEvent, before: Purchase): Promise<AppendFault | null> {
    if (event.type === 'signed' && (await this.#isWithdrawn(before.terms))) return 'withdrawn'
    if (event.type === 'signed' && !(await this.spending.allows(before, event.at))) return 'allowance'
    if (event.type === 'refunded' && !(await this.refunds.count({ ...event.refund, network: before.terms.network }))) return 'counted'
    return null
  }

  async get(id: string): Promise<Purchase | null> {
    const row = await this.#db.purchases.get(id)
    return row === undefined ? null : this.#snapshots.read(row)
  }

  /** What happened to a purchase, oldest first. Damaged events are left out. */
  async journal(id: string): Promise<readonly PurchaseEvent[]> {
    const events = await this.#journal.read(id)
    return events.filter((event) => event !== null)
  }

  /** A page of the history. Reads on past damaged rows, so that a page is short only at the end. */
  async list({ before, limit }: { readonly before: number | null; readonly limit: number }): Promise<PurchasePage> {
    const purchases: Purchase[] = []
    let next = before
    do {
      const rows = await this.#db.purchases
        .where('order')
        .below(next ?? Infinity)
        .reverse()
        .limit(limit - purchases.length)
        .toArray()
      const full = rows.length === limit - purchases.length
      purchases.push(...(await this.#readAll(rows)))
      next = full ? (rows.at(-1)?.order ?? null) : null
    } while (next !== null && purchases.length < limit)
    return { purchases, next: next === 1 ? null : next }
  }

  /** The one that was begun first, of those that can be read; null where there is none. */
  async oldest(): Promise<Purchase | null> {
    for (const row of await this.#db.purchases.orderBy('order').limit(50).toArray()) {
      const purchase = await this.#snapshots.read(row)
      if (purchase !== null) return purchase
    }
    return null
  }

  /** Purchases after a place in the sequence, 0 for all. Damaged ones are left out, so that a slice may be empty before the end. */
  async slice(after: number, limit: number): Promise<PurchaseSlice> {
    const rows = await this.#db.purchases.where('order').above(after).limit(limit).toArray()
    const read = await this.readRows(rows)
    const purchases = rows.flatMap(({ order }, at) => {
      const purchase = read[at] ?? null
      return purchase === null ? [] : [{ order, purchase }]
    })
    return { purchases, next: rows.length === limit ? (rows.at(-1)?.order ?? null) : null }
  }

  /**
   * The same with what happened, and from that alone: whoever needs all of it need not open the snapshots as well.
   * @param last the last place in the sequence that is wanted; absent: to the end
   */
  async stories({ after, last = Infinity, limit }: { readonly after: number; readonly last?: number; readonly limit: number }): Promise<{ readonly stories: readonly PurchaseStory[]; readonly next: number | null }> {
    const rows = await this.#db.purchases.where('order').between(after, last, false, true).limit(limit).toArray()
    const journals = await this.#journal.readMany(rows.map(({ id }) => id))
    const told = rows.map((row, at) => this.#story(row, journals[at] ?? []))
    return { stories: told.filter((story) => story !== null), next: rows.length === limit ? (rows.at(-1)?.order ?? null) : null }
  }

  #story(row: PurchaseRow, events: readonly (PurchaseEvent | null)[]): PurchaseStory | null {
    const purchase = foldOf(events, row.id) ?? this.#snapshots.open(row)
    return purchase === null ? null : { purchase, events: events.filter((event) => event !== null) }
  }

  /** The newest one's place in the sequence; 0 where there is none. */
  async newest(): Promise<number> {
    return (await this.#db.purchases.orderBy('order').last())?.order ?? 0
  }

  /** How many there are, readable or not. */
  count(): Promise<number> {
    return this.#db.purchases.count()
  }

  /** Every purchase of one resource, newest first. */
  async findByResource(resourceTag: string): Promise<readonly Purchase[]> {
    const rows = await this.#db.purchases.where('resourceTag').equals(resourceTag).toArray()
    return this.#readAll(rows.sort((a, b) => b.order - a.order))
  }

  /** Purchases whose money may still move or whose content is still due, oldest first. */
  async live(): Promise<readonly Purchase[]> {
    const rows = await this.#db.purchases.where('live').equals(1).toArray()
    return this.#readAll(rows.sort((a, b) => a.order - b.order))
  }

  /** The purchase as its journal alone tells it. 'damaged' when an event is missing or broken. */
  async rebuild(id: string): Promise<Result<Purchase, 'damaged'>> {
    return this.#journal.rebuild(id)
  }

  async #isWithdrawn({ network }: PurchaseTerms): Promise<boolean> {
    return (await this.policy.inForce()).withdrawn.includes(network)
  }

  async #begin(place: PurchasePlace, events: readonly PurchaseEvent[]): Promise<Purchase> {
    const steps = stepsOf(null, events, place.id)
    if (!steps.ok) throw new Error('a new purchase can begin with these events')
    const purchase = await this.#writeSteps(place.id, steps.value)
    await this.#db.purchases.add(this.#snapshots.row(place, purchase))
    return purchase
  }

  /** Writes what steps mean and the events themselves; the purchase as it is afterwards is left to whoever calls this. */
  async #writeSteps(id: string, steps: readonly Step[]): Promise<Purchase> {
    let last: Purchase | null = null
    for (const { before, event, after } of steps) {
      await this.#note(before, after)
      await this.#journal.add(id, before?.version ?? 0, event)
      last = after
    }
    if (last === null) throw new Error('there is at least one event')
    return last
  }

  /** How limits and spending stand, in one look. @param site where the reader is */
  standing(asset: Asset, site: string, day: Day): Promise<Standing> {
    return this.#look(async () => this.spending.standing(asset, site, day))
  }

  /** Everything that counts on a day, for the reader to look at. */
  overview(asset: Asset, day: Day): Promise<Overview> {
    return this.#look(async () => this.spending.overview(asset, day))
  }

  /** Everything that is remembered of sites, in every asset. */
  remembered(): Promise<Remembered> {
    return this.#look(async () => ({ sites: await this.spending.sites(), records: (await this.watch.records()).records }))
  }

  /** What the watch judges a payment by: its records of the asset, and what the reader has told it. */
  watched(asset: Asset): Promise<Watched> {
    return this.#look(async () => {
      const { parameters: by, model } = await this.policy.inForce()
      return { wallet: await this.watch.wallet(asset), rules: await this.watch.rules(), by, model }
    })
  }

  /** What a purse was seen to hold; tells how much of it is gone that no purchase accounts for. Atomic units. @param at milliseconds since 1970 */
  sawBalance(holding: Holding, total: bigint, at: number): Promise<bigint> {
    return this.#write(async () => this.watch.sawBalance(holding, total, reservedTotal(holding, await this.live()), at))
  }

  /** What was paid from a purse, and on which sites it tipped. */
  outlay(holding: Holding): Promise<Outlay> {
    return this.#look(async () => this.watch.outlay(holding))
  }

  /** What a purse holds by what was last seen of it and what was paid since; null where nobody looked yet. Asks nobody. */
  lastSeen(holding: Holding): Promise<LastSeen | null> {
    return this.#look(async () => this.watch.lastSeen(holding, reservedTotal(holding, await this.live())))
  }

  /** The reader calls a purchase a fraud: the watch's records are made again without it. */
  report({ id, terms }: Purchase, at: number): Promise<void> {
    return this.#write(async () => {
      const reported = { purchase: id, site: siteOfTerms(terms), payTo: terms.payTo, at }
      await this.watch.changeRules((rules) => ({ ...rules, reported: [...rules.reported.filter(({ purchase }) => purchase !== id), reported] }))
      await this.watch.rebuild()
    })
  }

  /** That was a mistake: it counts like any other. */
  unreport(id: string): Promise<void> {
    return this.#write(async () => {
      await this.watch.changeRules((rules) => ({ ...rules, reported: rules.reported.filter(({ purchase }) => purchase !== id) }))
      await this.watch.rebuild()
    })
  }

  /** The highest number under which something was paid for that is forgotten; null where none is kept. */
  forgottenNumber(resourceTag: string): Promise<number | null> {
    return this.#numbers.highest(resourceTag)
  }

  /** What forgetting a site or a period would take. */
  weighForgetting(scope: Scope): Promise<Forgetting> {
    return this.#forgetter.weigh(scope)
  }

  /** Forgets purchases and everything that tells of them, all or nothing; what is under way stays. */
  forget(scope: Scope, means: Means): Promise<Forgetting> {
    return this.#forgetter.forget(scope, means)
  }

  /**
   * Makes what is counted and watched again from all purchases, within a transaction over them and both.
   * @param added those at the end of the sequence that were written a moment ago: they need not be opened again
   */
  async recount(added: readonly Purchase[] = []): Promise<void> {
    const [spending, watch] = [this.spending.remaking(), await this.watch.remaking()]
    const visit = (purchase: Purchase): void => {
      spending.visit(purchase)
      watch.visit(purchase)
    }
    await this.#visitAll(visit, (await this.count()) - added.length)
    for (const purchase of added) visit(purchase)
    await spending.keep()
    await watch.keep()
  }

  /** What a step means for what was spent, and for the watch: written before the step itself. */
  async #note(before: Purchase | null, after: Purchase): Promise<void> {
    await this.watch.note(before, after, async () => (await this.spending.site(after.terms, siteOfTerms(after.terms))).count)
    await this.spending.note(before, after)
  }

  /** Runs `work` in one transaction over purchases, journal, refunds and what is known of spending. It may await nothing but the database. */
  #write<T>(work: () => Promise<T>): Promise<T> {
    const { purchases, journal, values, sites, refunds } = this.#db
    return this.#db.transaction('rw', [purchases, journal, values, sites, refunds], work)
  }

  /** The same for what only looks. */
  #look<T>(work: () => Promise<T>): Promise<T> {
    const { purchases, journal, values, sites } = this.#db
    return looking(this.#db, [purchases, journal, values, sites], work)
  }

  /** Every purchase that can be read, in the order they were begun; a few at a time, so that memory does not grow with them. @param most so many of them */
  async #visitAll(visit: (purchase: Purchase, resourceTag: string) => void, most = Infinity): Promise<void> {
    let after = 0
    for (let left = most; left > 0; ) {
      const rows = await this.#db.purchases.where('order').above(after).limit(Math.min(left, 200)).toArray()
      for (const row of rows) {
        // What can be opened is awaited for nothing (purchase-snapshots).
        const purchase = this.#snapshots.open(row) ?? (await this.#snapshots.read(row))
        if (purchase !== null) visit(purchase, row.resourceTag)
      }
      const last = rows.at(-1)
      if (last === undefined) return
      after = last.order
      left -= rows.length
    }
  }

  async #readAll(rows: readonly PurchaseRow[]): Promise<readonly Purchase[]> {
    return (await this.readRows(rows)).filter((purchase) => purchase !== null)
  }

  /** What rows tell, or their journals where they are damaged; null where neither can be read. In the order of the rows. */
  readRows(rows: readonly PurchaseRow[]): Promise<readonly (Purchase | null)[]> {
    return this.#snapshots.readAll(rows)
  }
}
