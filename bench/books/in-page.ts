import { Dexie, type Table } from 'dexie'
import { csvLine } from '../../src/core/export/csv'
import { entryOf, type HistoryEntry } from '../../src/core/history/entry'
import { unlabelled } from '../../src/core/history/label'
import { everything, type HistoryQuery } from '../../src/core/history/query'
import { HistoryShelf } from '../../src/core/history/shelf'
import type { Input, Output, Reply } from '../../src/messaging/contract'
import { giveExport, readExport } from '../../src/ui/shared/export-file'
import { partOf } from '../../src/store/history/parts'
import { purchaseRepository } from '../../src/store/purchases'
import { openDatabase } from '../../src/store/schema'
import { fromBase64, toBase64 } from '../../src/vault/bytes'
import { RowSealer } from '../../src/vault/sealer'

type Found = Output<'history.search'>
type Message = 'history.search' | 'history.totals' | 'export.begin' | 'import.begin' | 'privacy.weigh' | 'privacy.forget'

/** What is measured in a page of the extension. Times in milliseconds. */
export interface Bench {
  /** How long the worker takes to answer, there and back. */
  ask(input: Input<'history.search'>): Promise<{ readonly ms: number; readonly found: Found }>
  /** From now until the answer is about everything. */
  untilWhole(input: Input<'history.search'>): Promise<number>
  /** The same search without an index: every sealed payment is opened for it. */
  scanSealed(text: string): Promise<{ readonly ms: number; readonly count: number }>
  /** Writes the payments as wallets do that seal none of it: as plain rows. */
  writePlain(): Promise<void>
  /** The same search over those. */
  scanPlain(text: string): Promise<{ readonly ms: number; readonly count: number }>
  /** The same as a table for a spreadsheet. */
  savePlain(): Promise<number>
  /** Makes a file of the books as the page of exports does, to its last byte; it is kept here. @param input with its proof */
  save(input: Input<'export.begin'>): Promise<Saved>
  /** Nothing of the document is ready any more. */
  dropLines(): Promise<void>
  /** From now until everything of the document is ready that is made ahead; null where it does not come to that. */
  untilLinesReady(input: Input<'history.search'>): Promise<number | null>
  /** A piece of the file that was made last, in base64: cut anywhere, it could begin in the middle of a letter. */
  saved(from: number, to: number): Promise<string>
  /** Takes a file in as that page does. @param input with its proof */
  give(file: File, input: Input<'import.begin'>): Promise<{ readonly ms: number; readonly added: number }>
  /** How long the worker takes to answer something else, there and back. */
  time<K extends Message>(type: K, input: Input<K>): Promise<number>
  /** From a key in the search field until the list shows something else, painted; null where it changes nothing of what is found. */
  type(letter: string): Promise<number | null>
}

export interface Saved {
  readonly ms: number
  /** Until there was something to be seen of it. */
  readonly firstPiece: number
  readonly bytes: number
  readonly pieces: number
}

declare global {
  var books: Bench
}

class PlainDatabase extends Dexie {
  declare readonly payments: Table<HistoryEntry, string>

  constructor() {
    super('bench-plain')
    this.version(1).stores({ payments: 'id, at' })
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const began = performance.now()
  const value = await work()
  return { ms: performance.now() - began, value }
}

async function ask<K extends Message>(type: K, input: Input<K>): Promise<Output<K>> {
  const reply = (await chrome.runtime.sendMessage({ type, input })) as Reply<K>
  if (!reply.ok) throw new Error(reply.sentence)
  return reply.value
}

const search = (input: Input<'history.search'>): Promise<Found> => ask('history.search', input)

/** Opens every payment, one batch after the other, as the repository does. */
async function allEntries(): Promise<readonly HistoryEntry[]> {
  const stored = await chrome.storage.session.get(null)
  const key = fromBase64(String(stored['wallet']))
  if (key === null) throw new Error('locked')
  const db = openDatabase()
  const purchases = purchaseRepository(db, new RowSealer(key))
  const entries: HistoryEntry[] = []
  let after: number | null = 0
  while (after !== null) {
    const slice: Awaited<ReturnType<typeof purchases.slice>> = await purchases.slice(after, 512)
    entries.push(...slice.purchases.map(({ purchase, order }) => entryOf(purchase, order, unlabelled)))
    after = slice.next
  }
  db.close()
  return entries
}

function countIn(entries: readonly HistoryEntry[], query: Partial<HistoryQuery>): number {
  const shelf = new HistoryShelf()
  shelf.put(0, entries)
  return shelf.search({ ...everything, ...query }).count
}

let file = new Blob([])
const never = new AbortController().signal

async function save(input: Input<'export.begin'>): Promise<Saved> {
  const began = performance.now()
  let [firstPiece, pieces] = [0, 0]
  const made = await readExport(await ask('export.begin', input), (text) => text, never, () => {
    pieces += 1
    if (pieces === 1) firstPiece = performance.now() - began
  })
  if (made?.ok !== true) throw new Error(made?.error ?? 'stopped')
  const ms = performance.now() - began
  file = made.value
  return { ms, firstPiece, bytes: file.size, pieces }
}

async function give(given: File, input: Input<'import.begin'>): Promise<{ readonly ms: number; readonly added: number }> {
  const { ms, value } = await timed(async () => giveExport(given, (await ask('import.begin', input)).run, never, () => undefined))
  if (value?.ok !== true) throw new Error(value?.error ?? 'stopped')
  return { ms, added: value.value.added }
}

async function dropLines(): Promise<void> {
  const db = openDatabase()
  await db.exportLines.clear()
  db.close()
}

const mostSecondsForLines = 1_200
const mostMsForLetter = 2_000

async function untilLinesReady(input: Input<'history.search'>): Promise<number | null> {
  const db = openDatabase()
  const parts = partOf((await db.purchases.orderBy('order').last())?.order ?? 0)
  const began = performance.now()
  // Whatever it is asked, it begins once nobody asks any more.
  await search(input)
  for (let second = 0; second < mostSecondsForLines; second += 1) {
    if ((await db.exportLines.where('part').aboveOrEqual(0).count()) >= parts) {
      db.close()
      return performance.now() - began
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  db.close()
  return null
}

/** Every column that a plain row has. */
async function savePlain(): Promise<Blob> {
  const db = new PlainDatabase()
  const rows = await db.payments.orderBy('at').toArray()
  db.close()
  return new Blob(rows.map((row) => csvLine(Object.values(row).map(String))))
}

globalThis.books = {
  save,
  give,
  saved: async (from, to) => toBase64(new Uint8Array(await file.slice(from, to).arrayBuffer())),
  time: async (type, input) => (await timed(() => ask(type, input))).ms,
  dropLines,
  untilLinesReady,
  savePlain: async () => (await timed(savePlain)).ms,
  async ask(input) {
    const { ms, value } = await timed(() => search(input))
    return { ms, found: value }
  },
  async untilWhole(input) {
    const { ms } = await timed(async () => {
      while ((await search(input)).reading !== null) await new Promise((resolve) => setTimeout(resolve, 20))
    })
    return ms
  },
  async scanSealed(text) {
    const { ms, value } = await timed(async () => countIn(await allEntries(), { text }))
    return { ms, count: value }
  },
  async writePlain() {
    const db = new PlainDatabase()
    const entries = await allEntries()
    for (let at = 0; at < entries.length; at += 2000) await db.payments.bulkPut(entries.slice(at, at + 2000))
    db.close()
  },
  async scanPlain(text) {
    const db = new PlainDatabase()
    const { ms, value } = await timed(async () => countIn(await db.payments.orderBy('at').reverse().toArray(), { text }))
    db.close()
    return { ms, count: value }
  },
  type(letter) {
    const field = document.querySelector<HTMLInputElement>('search input')
    const list = document.querySelector('main')
    if (field === null || list === null) throw new Error('no history on this page')
    return new Promise((resolve) => {
      const began = performance.now()
      const isOver = setTimeout(() => {
        observer.disconnect()
        resolve(null)
      }, mostMsForLetter)
      const observer = new MutationObserver((changes) => {
        if (!changes.some(({ target }) => target instanceof Element && target.closest('.found') !== null)) return
        clearTimeout(isOver)
        observer.disconnect()
        requestAnimationFrame(() => resolve(performance.now() - began))
      })
      observer.observe(list, { subtree: true, childList: true, characterData: true })
      field.value += letter
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })
  },
}
