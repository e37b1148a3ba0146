import { Dexie } from 'dexie'
import type { FarthingDatabase } from './schema'

/** How much there is of something: sealed, as it lies on the disk. */
export interface Weight {
  readonly count: number
  readonly bytes: number
}

/** What lies in the database, by what it is. */
export interface Inventory {
  readonly payments: Weight
  readonly copies: Weight
  readonly sites: Weight
  readonly door: Weight
  readonly payees: Weight
  readonly disputes: Weight
  /** Single values, by name: bytes each. */
  readonly values: ReadonlyMap<string, number>
  /** Vault and settings. */
  readonly wallet: number
  readonly settings: number
  /** Whatever is in tables that are not listed here. */
  readonly others: number
  /** False where so much is kept that sizes are reckoned from a part of it. */
  readonly isExact: boolean
}

/** Of more than this, a part stands for all: nobody waits for a page until every row was read. */
const most = { purchases: 300, contents: 40, exportLines: 20 } as const

/** Weighs everything that is kept, without opening any of it. */
export function takeInventory(db: FarthingDatabase): Promise<Inventory> {
  return db.transaction('r', db.tables, async () => {
    const [payments, copies] = [await weighPayments(db), await weighCopies(db)]
    const values = await db.values.toArray()
    const door = [...(await db.events.toArray()), ...(await db.slotNames.toArray())]
    return {
      payments,
      copies,
      sites: weigh(await db.sites.toArray()),
      door: { count: await db.events.count(), bytes: weigh(door).bytes },
      payees: await weighPayees(db),
      disputes: weigh(await db.disputes.toArray()),
      values: new Map(values.map(({ id, body }) => [id, body.length])),
      wallet: sizeOf(await db.vault.toArray()),
      settings: sizeOf(await db.settings.toArray()) + sizeOf(await db.attempts.toArray()),
      others: await weighOthers(db),
      isExact: payments.count <= most.purchases && copies.count <= most.contents,
    }
  })
}

type Sealed = { readonly body: Uint8Array }

const weigh = (rows: readonly Sealed[]): Weight => ({ count: rows.length, bytes: rows.reduce((sum, { body }) => sum + body.length, 0) })

/** What is not sealed is weighed as text. */
const sizeOf = (rows: readonly unknown[]): number => (rows.length === 0 ? 0 : JSON.stringify(rows).length)

/** Evenly through the years: what a payment carries has changed with them. */
async function weighPayments({ purchases, journal, saleTerms }: FarthingDatabase): Promise<Weight> {
  const count = await purchases.count()
  const first = (await purchases.orderBy('order').first())?.order ?? 0
  const last = (await purchases.orderBy('order').last())?.order ?? 0
  const step = Math.max(1, Math.ceil((last - first + 1) / most.purchases))
  const looked = count <= most.purchases ? await purchases.toArray() : await purchases.where('order').anyOf(every(first, last, step)).toArray()
  let bytes = weigh(looked).bytes
  for (const { id } of looked) bytes += weigh(withTerms(await saleTerms.get(id))).bytes
  for (const { id } of looked) bytes += weigh(await journal.where('[purchaseId+seq]').between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray()).bytes
  return { count, bytes: scaled(bytes, looked.length, count) }
}

/** What a seller said when it was paid belongs to the payment. */
const withTerms = (row: Sealed | undefined): readonly Sealed[] => (row === undefined ? [] : [row])

function every(first: number, last: number, step: number): readonly number[] {
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, at) => first + at * step)
}

/**
 * Texts of fragments, whose keys are hashes: the first of them are as good a sample as any. And copies, which say how large they
 * are: a piece in a page has both.
 */
async function weighCopies({ contents, copies }: FarthingDatabase): Promise<Weight> {
  const texts = await contents.toCollection().primaryKeys()
  const looked = await contents.limit(most.contents).toArray()
  const things = new Set([...texts, ...(await copies.toCollection().primaryKeys())])
  let bytes = scaled(weigh(looked).bytes, looked.length, texts.length)
  await copies.each((copy) => (bytes += copy.bytes))
  return { count: things.size, bytes }
}

async function weighPayees({ payees }: FarthingDatabase): Promise<Weight> {
  const count = await payees.count()
  return { count, bytes: count * ((await payees.toCollection().first())?.tag.length ?? 0) }
}

/** Weighed above. */
const listed: readonly string[] = ['vault', 'purchases', 'journal', 'contents', 'copies', 'copyParts', 'settings', 'attempts', 'events', 'slotNames', 'values', 'payees', 'sites', 'refunds', 'disputes', 'saleTerms', 'exportLines']

async function weighOthers(db: FarthingDatabase): Promise<number> {
  let bytes = await weighExportLines(db)
  for (const table of db.tables) {
    if (listed.includes(table.name)) continue
    await table.each((row: unknown) => {
      bytes += bytesIn(row)
    })
  }
  return bytes
}

/** Each tells of as many payments as the next. */
async function weighExportLines({ exportLines }: FarthingDatabase): Promise<number> {
  const looked = await exportLines.limit(most.exportLines).toArray()
  return scaled(weigh(looked).bytes, looked.length, await exportLines.count())
}

/** The byte strings in a row of any shape. */
function bytesIn(value: unknown): number {
  if (value instanceof Uint8Array) return value.length
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, one) => sum + bytesIn(one), 0)
}

const scaled = (bytes: number, looked: number, count: number): number => (looked === 0 ? 0 : Math.round((bytes / looked) * count))
