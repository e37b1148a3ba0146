import type { PaymentRequired } from '@x402/core/types'
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import type { Books } from '../state/books.fixtures'
import type { Database } from '../state/database'
import { createTill } from './create'
import type { Item } from './item'
import { asking, Reader, requiredBy, shopAt, startLiar, type Asked, type Liar, type Market } from './market.fixtures'
import { openedBooks } from './opened.fixtures'
import type { Charged, Till } from './till'

/** What was served. @throws what was said to whoever was not */
export function paid(charged: Charged): Extract<Charged, { type: 'paid' }> {
  if (charged.type !== 'paid') throw new Error(charged.problem)
  return charged
}

/** What was said to somebody who was not served. */
export function unpaid(charged: Charged): Extract<Charged, { type: 'unpaid' }> {
  if (charged.type !== 'unpaid') throw new Error('it was served')
  return charged
}

export const saying = (words: string): unknown => expect.stringContaining(words)
export const cookieOf = (headers: Headers): string => headers.getSetCookie()[0]?.split(';')[0] ?? ''

/** A till among its readers. */
export interface Stand {
  readonly books: Books
  readonly database: Database
  /** Once the tests have begun. */
  readonly till: Till
  /** Somebody with a dollar, in each test another. */
  readonly reader: Reader
  /** What of that has gone, atomic units. */
  readonly spent: () => Promise<bigint>
  /** How often the payment service has settled something. */
  readonly settles: () => Promise<number>
  readonly quoted: (item: Item) => Promise<PaymentRequired>
  /** What the books hold of the reader’s payments, in order. */
  readonly stateOf: () => Promise<readonly string[]>
  /** A till of the same shop whose payment service does what the test says, until the next one. */
  readonly tillWith: (settle: (asked: Asked) => Promise<readonly [number, object]>) => Promise<Till>
  /** What a payment service says that has settled the reader’s payment. */
  readonly said: (transaction: string) => readonly [number, object]
}

/** Opens a till for all tests of a group. What fails in one, works again in the next. */
export function openStand(market: Market, openBooks: () => Promise<Books>): Stand {
  const { books, database } = openedBooks(openBooks)
  let till: Till | null = null
  let reader: Reader | null = null
  let liar: Liar | null = null
  beforeAll(() => {
    till = createTill(shopAt(market), database)
  })
  beforeEach(async () => {
    await market.fail({ verify: 'none', settle: 'none' })
    reader = await Reader.with(market)
  })
  afterEach(async () => {
    await liar?.stop()
    liar = null
    vi.useRealTimers()
  })
  const stand: Stand = {
    books,
    database,
    get till() {
      return till ?? fail()
    },
    get reader() {
      return reader ?? fail()
    },
    spent: async () => 1_000_000n - (await market.chain.balanceOf(stand.reader.account.address)),
    settles: async () => (await market.fail({})).settles,
    quoted: async (item) => requiredBy(await stand.till.quote(asking(item), item)),
    stateOf: async () => (await database.query<{ state: string }>('select state from farthing_sales where payer = $1 order by id', [stand.reader.address])).map(({ state }) => state),
    tillWith: async (settle) => {
      await liar?.stop()
      liar = await startLiar(settle)
      return createTill(shopAt(market, { facilitator: liar.url }), database, { chain: 300, others: 2000, lease: 60 })
    },
    said: (transaction) => [200, { success: true, transaction, network: 'eip155:31337', payer: stand.reader.account.address }],
  }
  return stand
}

export function fail(): never {
  throw new Error('nothing is asked')
}
