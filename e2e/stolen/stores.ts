import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Page } from 'playwright'

/** Bytes that were found lying somewhere. */
export interface Held {
  /** For the report of a find: a store and key, or a file of the profile. */
  readonly place: string
  readonly bytes: Buffer
}

/** One entry of a store that a page of the extension can read. Byte strings in `value` are `{ $bytes: base64 }`. */
export interface Entry {
  /** "indexedDB/farthing", "storage.local" ... */
  readonly store: string
  /** Object store, where there is such a thing. */
  readonly table: string
  readonly key: unknown
  readonly value: unknown
}

/** A stretch of one table, where all of it is too much at once. */
interface Stretch {
  readonly table: string
  /** The key before the first; null for the beginning. */
  readonly after: unknown
  readonly count: number
}

/**
 * Everything in every store of the extension's origin, read by the browser's own interfaces and not by Farthing's code.
 * @param page an own page of the extension
 * @param except tables of its database that are read by `stretches`
 * @throws when something is stored that this does not know how to read: it must not pass unseen
 */
export const dumpStores = (page: Page, except: readonly string[] = []): Promise<readonly Entry[]> => page.evaluate(readStores, { except, stretch: null })

/** One table of the database, from the first row to the last, so many rows at a time: of years of reading there is more than fits into one answer. */
export async function* stretches(page: Page, table: string, count: number): AsyncGenerator<readonly Entry[]> {
  for (let after: unknown = null; ; ) {
    const stretch: Stretch = { table, after, count }
    const entries = await page.evaluate(readStores, { except: [], stretch })
    if (entries.length > 0) yield entries
    if (entries.length < count) return
    after = entries.at(-1)?.key
  }
}

/** Runs in the page, by itself. */
async function readStores({ except, stretch }: { readonly except: readonly string[]; readonly stretch: Stretch | null }): Promise<readonly Entry[]> {
  const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  const plain = (value: unknown): unknown => {
    if (value instanceof ArrayBuffer) return { $bytes: toBase64(new Uint8Array(value)) }
    if (value instanceof Uint8Array) return { $bytes: toBase64(value) }
    if (Array.isArray(value)) return value.map(plain)
    if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)) return value
    if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error(`stored, and unknown: ${Object.prototype.toString.call(value)}`)
    return Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, plain(one)]))
  }
  const asked = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
    })
  const entries: { store: string; table: string; key: unknown; value: unknown }[] = []

  for (const { name = '' } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name))
    for (const table of database.objectStoreNames) {
      if (stretch === null ? except.includes(table) : table !== stretch.table) continue
      const store = database.transaction(table).objectStore(table)
      const range = stretch === null || stretch.after === null ? null : IDBKeyRange.lowerBound(stretch.after, true)
      const [keys, values] = await Promise.all([asked(store.getAllKeys(range, stretch?.count)), asked(store.getAll(range, stretch?.count) as IDBRequest<unknown[]>)])
      keys.forEach((key, at) => entries.push({ store: `indexedDB/${name}`, table, key: plain(key), value: plain(values[at]) }))
    }
    database.close()
  }
  if (stretch !== null) return entries
  for (const area of ['local', 'session', 'sync'] as const) {
    const stored = await chrome.storage[area].get(null)
    for (const [key, value] of Object.entries(stored)) entries.push({ store: `storage.${area}`, table: '', key, value: plain(value) })
  }
  const webStorages = { localStorage, sessionStorage }
  for (const [store, storage] of Object.entries(webStorages)) {
    for (const [key, value] of Object.entries(storage)) entries.push({ store, table: '', key, value: plain(value) })
  }
  for (const key of await caches.keys()) entries.push({ store: 'caches', table: '', key, value: null })
  return entries
}

/** What lies in entries: each as its JSON text, and every byte string in it as it is. */
export function heldIn(entries: readonly Entry[]): readonly Held[] {
  return entries.flatMap((entry) => {
    const place = [entry.store, entry.table, JSON.stringify(entry.key)].join(' ')
    const text = Buffer.from(JSON.stringify([entry.key, entry.value]), 'utf8')
    return [text, ...byteStrings([entry.key, entry.value])].map((bytes) => ({ place, bytes }))
  })
}

/** The byte strings anywhere in a dumped value. */
export function byteStrings(value: unknown): readonly Buffer[] {
  if (typeof value !== 'object' || value === null) return []
  if ('$bytes' in value) return [Buffer.from(String(value.$bytes), 'base64')]
  return Object.values(value).flatMap(byteStrings)
}

/** Every file of a profile whose browser has quit. Locks and sockets are no files. */
export async function filesOf(profile: string): Promise<readonly Held[]> {
  const files: Held[] = []
  for await (const file of eachFileOf(profile)) files.push(file)
  return files
}

/** The same one after the other. */
export async function* eachFileOf(profile: string): AsyncGenerator<Held> {
  const found = await readdir(profile, { recursive: true, withFileTypes: true })
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const path of paths) yield { place: relative(profile, path), bytes: await readFile(path) }
}

/**
 * The folders in which Chromium keeps what belongs to this extension and to no site. The browser's own history, cache
 * and cookies lie beside them: they know the sites that were visited, and no wallet can change that.
 */
export function isOwnFile({ place }: Held, extensionId: string): boolean {
  const [, folder = '', second = ''] = place.split(/[\\/]/)
  if (folder === 'IndexedDB') return second.startsWith(`chrome-extension_${extensionId}`)
  return /^(Local|Sync|Managed) Extension Settings$|^Extension (State|Rules|Scripts)$|^(Local|Sync) App Settings$/.test(folder)
}
