import type { Dispute, DisputeEvent } from '../core/dispute/dispute'
import { firstBreak, logged, type LogEntry, type Party } from '../core/dispute/log'
import { applyDisputeEvent, disputeOf, isOpen } from '../core/dispute/machine'
import { err, ok, type Result } from '../core/result'
import type { Sealer } from '../vault/sealer'
import { decodeJson, encodeJson } from './codec'
import { keptDisputeSchema, keptTermsSchema, type KeptTerms } from './dispute-codec'
import type { DisputeRow, FarthingDatabase } from './schema'

export interface KeptDispute {
  readonly id: string
  /** Id of the purchase. */
  readonly payment: string
  readonly log: readonly LogEntry[]
  readonly dispute: Dispute
  /** False where the log was changed, or has a gap. */
  readonly isIntact: boolean
}

/** A dispute as it came with a file, found to be this wallet's own. */
export type GivenDispute = Pick<KeptDispute, 'id' | 'log'>

/** 'under-way': another dispute about the payment is not over. 'no-payment': it is not there. */
export type FilingFault = 'under-way' | 'no-payment'

/**
 * Disputes on disk, one sealed row each: its log, of which it is the fold. Nothing is ever taken out of a log.
 * Every method rejects with LockedError once the wallet was locked, and then nothing has been written.
 */
export class DisputeRepository {
  readonly #db: FarthingDatabase
  readonly #sealer: Sealer

  constructor(db: FarthingDatabase, sealer: Sealer) {
    this.#db = db
    this.#sealer = sealer
  }

  /** Writes a new dispute, in one transaction with the look whether there is one. @param at milliseconds since 1970 */
  file(id: string, payment: string, event: Extract<DisputeEvent, { type: 'filed' }>, at: number): Promise<Result<KeptDispute, FilingFault>> {
    const { disputes, purchases } = this.#db
    return this.#db.transaction('rw', [disputes, purchases], async () => {
      if ((await purchases.where('id').equals(payment).count()) === 0) return err('no-payment')
      const others = await this.#rowsOf(payment)
      if (others.some(({ open }) => open === 1)) return err('under-way')
      const kept = this.#kept({ id, payment, log: logged([], at, 'reader', event) })
      if (kept === null) throw new Error('a new dispute can begin with this event')
      await disputes.add(this.#row(kept))
      return ok(kept)
    })
  }

  /** Adds what happened. An event that means nothing any more changes nothing: then what there is comes back. Null where there is no such dispute. */
  append(id: string, by: Party, event: DisputeEvent, at: number): Promise<KeptDispute | null> {
    return this.#db.transaction('rw', [this.#db.disputes], async () => {
      const before = await this.get(id)
      if (before === null || !applyDisputeEvent(before.dispute, event, at).ok) return before
      const kept = this.#kept({ id, payment: before.payment, log: logged(before.log, at, by, event) })
      if (kept === null) return before
      await this.#db.disputes.put(this.#row(kept))
      return kept
    })
  }

  /**
   * Takes logs from a file beside those that are here, within a transaction over the disputes. Of one dispute the longer is kept, where
   * the shorter is its beginning; of two about one payment that are not over, the one that is here.
   */
  async take(payment: string, given: readonly GivenDispute[]): Promise<void> {
    for (const { id, log } of given) {
      const here = await this.get(id)
      const kept = this.#kept({ id, payment, log })
      if (kept === null || (here !== null && (here.payment !== payment || !goesOn(log, here.log)))) continue
      const hasOther = (await this.#rowsOf(payment)).some((row) => row.id !== id && row.open === 1)
      if (!hasOther || !isOpen(kept.dispute)) await this.#db.disputes.put(this.#row(kept))
    }
  }

  /** A payment goes by another name from now on, and its disputes with it; within a transaction over the disputes. */
  async rename(from: string, to: string): Promise<void> {
    const moved = await this.ofPayment(from)
    await this.#db.disputes.where('purchaseId').equals(from).delete()
    await this.#db.disputes.bulkPut(moved.map((kept) => this.#row({ ...kept, payment: to })))
  }

  async get(id: string): Promise<KeptDispute | null> {
    const row = await this.#db.disputes.where('id').equals(id).first()
    return row === undefined ? null : this.#open(row)
  }

  /** The newest first. Damaged ones are left out. */
  async ofPayment(payment: string): Promise<readonly KeptDispute[]> {
    return this.#newestFirst(await this.#rowsOf(payment))
  }

  /** How many there were about a payment, damaged ones among them. */
  async rounds(payment: string): Promise<number> {
    return (await this.#rowsOf(payment)).length
  }

  async all(): Promise<readonly KeptDispute[]> {
    return this.#newestFirst(await this.#db.disputes.toArray())
  }

  /** Those that are not over. */
  async open(): Promise<readonly KeptDispute[]> {
    return this.#newestFirst(await this.#db.disputes.where('open').equals(1).toArray())
  }

  /** What the seller said about refunds when a purchase was paid; null where that was not asked. */
  async terms(payment: string): Promise<KeptTerms | null> {
    const row = await this.#db.saleTerms.get(payment)
    const opened = row === undefined ? null : this.#sealer.open('saleTerms', payment, row.body)
    return opened?.ok === true ? decodeJson(keptTermsSchema, opened.value) : null
  }

  /** Keeps that, once: what was said at the payment is never replaced. */
  keepTerms(payment: string, kept: KeptTerms): Promise<void> {
    const { saleTerms, purchases } = this.#db
    return this.#db.transaction('rw', [saleTerms, purchases], async () => {
      const isKnown = (await saleTerms.where('id').equals(payment).count()) > 0
      if (isKnown || (await purchases.where('id').equals(payment).count()) === 0) return
      await saleTerms.add({ id: payment, body: this.#sealer.seal('saleTerms', payment, encodeJson(kept)) })
    })
  }

  #rowsOf(payment: string): Promise<DisputeRow[]> {
    return this.#db.disputes.where('purchaseId').equals(payment).toArray()
  }

  #newestFirst(rows: readonly DisputeRow[]): readonly KeptDispute[] {
    const kept = rows.map((row) => this.#open(row)).filter((dispute) => dispute !== null)
    return kept.sort((one, other) => other.dispute.openedAt - one.dispute.openedAt)
  }

  #row({ id, payment, log, dispute }: KeptDispute): DisputeRow {
    return { id, purchaseId: payment, open: isOpen(dispute) ? 1 : 0, body: this.#sealer.seal('disputes', disputePlace({ id, purchaseId: payment }), encodeJson({ id, payment, log })) }
  }

  #open(row: DisputeRow): KeptDispute | null {
    const opened = this.#sealer.open('disputes', disputePlace(row), row.body)
    const read = opened.ok ? decodeJson(keptDisputeSchema, opened.value) : null
    return read?.id === row.id && read.payment === row.purchaseId ? this.#kept(read) : null
  }

  #kept({ id, payment, log }: { readonly id: string; readonly payment: string; readonly log: readonly LogEntry[] }): KeptDispute | null {
    const dispute = disputeOf(log)
    return dispute === null ? null : { id, payment, log, dispute, isIntact: firstBreak(log) === null }
  }
}

/** Whether a log begins with all of a shorter one. */
const goesOn = (log: readonly LogEntry[], shorter: readonly LogEntry[]): boolean => log.length > shorter.length && log[shorter.length - 1]?.sha256 === shorter.at(-1)?.sha256

/** What a dispute's seal is bound to. */
export const disputePlace = ({ id, purchaseId }: Pick<DisputeRow, 'id' | 'purchaseId'>): string => `${purchaseId}/${id}`
