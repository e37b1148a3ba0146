import { Dexie } from 'dexie'
import type { Sealer } from '../vault/sealer'
import type { BackupEntry } from './backup-entry'
import { disputePlace } from './disputes'
import { keepsakes } from './keepsakes'
import { purchaseRepository } from './purchases'
import { recountRefunds } from './recount-refunds'
import type { FarthingDatabase } from './schema'

type EntryOf<Kind extends BackupEntry['kind']> = Extract<BackupEntry, { kind: Kind }>

/** Writes what came with a backup beside what is here and can still be read, in one transaction. */
export class BackupRestorer {
  readonly #db: FarthingDatabase
  readonly #sealer: Sealer

  constructor(db: FarthingDatabase, sealer: Sealer) {
    this.#db = db
    this.#sealer = sealer
  }

  async restore(entries: readonly BackupEntry[]): Promise<void> {
    const { purchases, journal, contents, copies, copyParts, events, values, payees, labels, disputes, saleTerms, settings, slotNames, sites, refunds } = this.#db
    await this.#db.transaction('rw', [purchases, journal, contents, copies, copyParts, events, values, payees, labels, disputes, saleTerms, settings, slotNames, sites, refunds], async () => {
      await this.#dropUnreadable()
      await slotNames.clear()
      for (const entry of entries) await this.#put(entry)
      // What was paid since the file was made is not in it.
      await keepsakes(this.#db, this.#sealer).purses.change((kept) => (kept === null ? null : { ...kept, memory: 'unknown' }))
      await recountRefunds(this.#db, this.#sealer)
      await purchaseRepository(this.#db, this.#sealer).spending.rebuild()
    })
  }

  async #put(entry: BackupEntry): Promise<void> {
    const { contents, events, values, payees, labels, saleTerms, settings } = this.#db
    switch (entry.kind) {
      case 'settings':
        await settings.put({ id: 'settings', value: entry.value })
        return
      case 'purchase':
        return this.#putPurchase(entry)
      case 'content':
        if ((await contents.get(entry.resourceTag)) === undefined) await contents.add({ resourceTag: entry.resourceTag, body: entry.body })
        return
      case 'copy':
        return this.#putCopy(entry)
      case 'event':
        if ((await events.get(entry.order)) === undefined) await events.add({ order: entry.order, body: entry.body })
        return
      case 'value':
        if ((await values.get(entry.id)) === undefined) await values.add({ id: entry.id, body: entry.body })
        return
      case 'payee':
        await payees.put({ tag: entry.tag })
        return
      case 'label':
        if ((await labels.get(entry.id)) === undefined) await labels.add({ id: entry.id, body: entry.body })
        return
      case 'dispute':
        return this.#putDispute(entry)
      case 'saleTerms':
        if ((await saleTerms.get(entry.id)) === undefined) await saleTerms.add({ id: entry.id, body: entry.body })
        return
    }
  }

  /** Its pictures stay behind; one that is here has them. */
  async #putCopy({ resourceTag, body, text }: EntryOf<'copy'>): Promise<void> {
    const { copies, copyParts } = this.#db
    if ((await copies.get(resourceTag)) !== undefined) return
    await copies.add({ resourceTag, bytes: body.length + (text?.length ?? 0), body })
    if (text !== null) await copyParts.add({ resourceTag, part: 0, body: text })
  }

  /** Its log only ever grows: the longer one knows everything that the shorter one does, and is sealed in more bytes. */
  async #putDispute({ id, purchaseId, open, body }: EntryOf<'dispute'>): Promise<void> {
    const here = await this.#db.disputes.get([purchaseId, id])
    if (here === undefined || here.body.length < body.length) await this.#db.disputes.put({ id, purchaseId, open, body })
  }

  /** A purchase only ever grows: the longer journal knows everything that the shorter one does. */
  async #putPurchase({ id, order, resourceTag, live, body, journal }: EntryOf<'purchase'>): Promise<void> {
    const here = await this.#db.purchases.get(id)
    if (here !== undefined && (await this.#journalLength(id)) >= journal.length) return
    await this.#db.journal.bulkPut(journal.map((event, seq) => ({ purchaseId: id, seq, body: event })))
    await this.#db.purchases.put({ id, order: here?.order ?? (await this.#freeOrder(order)), resourceTag, live, body })
  }

  /** Its own place in the sequence, unless another purchase was begun there since: then the end. */
  async #freeOrder(order: number): Promise<number> {
    const { purchases } = this.#db
    if ((await purchases.where('order').equals(order).count()) === 0) return order
    return ((await purchases.orderBy('order').last())?.order ?? 0) + 1
  }

  async #dropUnreadable(): Promise<void> {
    const { purchases, contents, copies, copyParts, events, values, labels, disputes, saleTerms } = this.#db
    const books = purchaseRepository(this.#db, this.#sealer)
    for (const id of await purchases.toCollection().primaryKeys()) {
      if ((await books.get(id)) === null) await this.#dropPurchase(id)
    }
    await contents.filter(({ resourceTag, body }) => !this.#sealer.open('contents', resourceTag, body).ok).delete()
    await copies.filter(({ resourceTag, body }) => !this.#sealer.open('copies', resourceTag, body).ok).delete()
    const kept = new Set(await copies.toCollection().primaryKeys())
    await copyParts.filter(({ resourceTag }) => !kept.has(resourceTag)).delete()
    await events.filter(({ order, body }) => !this.#sealer.open('events', String(order), body).ok).delete()
    await values.filter(({ id, body }) => !this.#sealer.open('values', id, body).ok).delete()
    await labels.filter(({ id, body }) => !this.#sealer.open('labels', id, body).ok).delete()
    await disputes.filter((row) => !this.#sealer.open('disputes', disputePlace(row), row.body).ok).delete()
    await saleTerms.filter(({ id, body }) => !this.#sealer.open('saleTerms', id, body).ok).delete()
  }

  async #dropPurchase(id: string): Promise<void> {
    await this.#db.purchases.delete(id)
    await this.#ofPurchase(id).delete()
  }

  #journalLength(id: string): Promise<number> {
    return this.#ofPurchase(id).count()
  }

  #ofPurchase(id: string) {
    return this.#db.journal.where('[purchaseId+seq]').between([id, Dexie.minKey], [id, Dexie.maxKey])
  }
}
