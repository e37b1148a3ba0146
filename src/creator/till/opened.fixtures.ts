import { afterAll, beforeAll } from 'vitest'
import type { Database } from '../state/database'
import { embedded, type Books } from '../state/books.fixtures'
import { openMarket, type Market } from './market.fixtures'

/** Milliseconds in which everything has to be open. */
const patience = 60_000

/** A market for all tests of a file or group, which is there as soon as they begin. @param prepare what is done in it first */
export function openedMarket(prepare: (market: Market) => Promise<void> = async () => undefined): Market {
  const opened = whileTested(async () => {
    const market = await openMarket()
    await prepare(market)
    return market
  })
  return {
    get endpoint() {
      return opened().endpoint
    },
    get chain() {
      return opened().chain
    },
    get facilitator() {
      return opened().facilitator
    },
    fail: (change) => opened().fail(change),
    close: () => opened().close(),
  }
}

/** The same for the books of a shop. @param open one of `engines`; by itself PGlite */
export function openedBooks(open: () => Promise<Books> = embedded): { readonly books: Books; readonly database: Database } {
  let database: Database | null = null
  const books = whileTested(async () => {
    const opened = await open()
    database = await opened.open()
    return opened
  })
  const inside = (): Database => database ?? never()
  return {
    books: { open: () => books().open(), close: () => books().close() },
    database: {
      query: (text, parameters) => inside().query(text, parameters),
      transaction: (run) => inside().transaction(run),
      close: () => inside().close(),
    },
  }
}

function whileTested<T extends { readonly close: () => Promise<void> }>(open: () => Promise<T>): () => T {
  let opened: T | null = null
  beforeAll(async () => {
    opened = await open()
  }, patience)
  afterAll(() => opened?.close())
  return () => opened ?? never()
}

function never(): never {
  throw new Error('It opens when the tests begin.')
}
