import * as v from 'valibot'
import { isAddress, isBytes32, type Address, type Bytes32, type Hex } from '../../core/hex'
import { findNetwork, type NetworkId } from '../../core/networks/networks'
import type { Parameter, Queries } from './database'

/** A sale whose money is on the chain. */
export interface Sale {
  readonly id: bigint
  /** See till/item.ts. */
  readonly item: string
  readonly kind: 'article' | 'tip'
  readonly title: string
  readonly url: string
  readonly dialect: 'x402' | 'mpp'
  readonly network: NetworkId
  /** The token, lower case like all accounts here. */
  readonly asset: Address
  readonly payer: Address
  readonly payTo: Address
  /** Atomic units. */
  readonly amount: bigint
  readonly nonce: Hex
  readonly transaction: Hex
  /** Milliseconds since 1970. */
  readonly settledAt: number
  /** What the reader wrote to the creator, one line of up to 200 characters. */
  readonly note: string | null
}

/** What a payment is known by, whatever it is shown for: the token takes each once. */
export interface Authorization {
  readonly network: NetworkId
  readonly asset: Address
  readonly payer: Address
  readonly nonce: Hex
}

/** What is written down before a payment is settled. */
export interface Claim extends Omit<Sale, 'id' | 'transaction' | 'settledAt'> {
  /** Milliseconds since 1970, whole seconds. */
  readonly validBefore: number
  /** What the payer called it (x402), or the challenge it answers (MPP). */
  readonly paymentId: string | null
}

/**
 * A payment in the books.
 * - claimed: it is being settled, or nobody knows what became of it
 * - settled: a sale
 * - failed: no money moved
 */
export interface Entry extends Claim {
  readonly id: bigint
  readonly state: 'claimed' | 'settled' | 'failed'
  /** Whoever claimed it had the time to settle it, and has not said what came of it. */
  readonly lapsed: boolean
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** Null unless settled. */
  readonly sale: Sale | null
  /** Headers of the answer that was given, by name. */
  readonly answer: Readonly<Record<string, string>>
}

/** Which sales a list is of. Left out: all. */
export interface Filter {
  readonly kind?: Sale['kind']
  readonly item?: string
  readonly payer?: Address
  /** Letters that stand in the title, large or small. */
  readonly title?: string
  /** Milliseconds since 1970; the second is no part of it. */
  readonly from?: number
  readonly until?: number
}

/** Where a page of a list ended. */
export type Place = Pick<Sale, 'settledAt' | 'id'>

/** What was taken in one month (UTC) for one thing in one token. */
export interface Total {
  /** "2026-11". */
  readonly month: string
  readonly kind: Sale['kind']
  readonly item: string
  /** As it was called at the latest of these sales. */
  readonly title: string
  readonly network: NetworkId
  readonly asset: Address
  readonly count: number
  /** Atomic units. */
  readonly amount: bigint
}

/** The sales of a shop, and the payments that may become some. Accounts and hashes in lower case; every method throws what the database throws. */
export class Sales {
  readonly #sql: Queries

  constructor(sql: Queries) {
    this.#sql = sql
  }

  /**
   * Writes down that a payment is about to be settled for one thing, in one statement: of any number of instances one succeeds.
   * @param lease seconds in which others wait for the outcome
   * @returns null where the authorization, or what its payer calls it, is in the books already
   */
  async claim(claim: Claim, by: string, lease: number): Promise<Entry | null> {
    const { item, kind, title, url, dialect, network, asset, payer, payTo, amount, nonce, validBefore, paymentId, note } = claim
    return this.#one(
      `insert into farthing_sales (item, kind, title, url, dialect, network, asset, payer, pay_to, amount, nonce, valid_before, payment_id, note, state, claimed_by, claimed_until)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'claimed', $15, now() + $16 * interval '1 second')
       on conflict do nothing returning ${columns}`,
      [item, kind, title, url, dialect, network, asset, payer, payTo, amount, nonce, new Date(validBefore), paymentId, note, by, lease],
    )
  }

  /**
   * Takes over a payment that moved no money: it failed, or whoever claimed it is gone. What it is for, and what it is called, stay what they were.
   * @param claim the same authorization, perhaps signed anew: with another price, payee or time
   * @returns null where somebody else was quicker
   */
  async claimAgain(id: bigint, claim: Claim, by: string, lease: number): Promise<Entry | null> {
    const { title, url, payTo, amount, validBefore, note } = claim
    return this.#one(
      `update farthing_sales set state = 'claimed', claimed_by = $2, claimed_until = now() + $3 * interval '1 second',
         title = $4, url = $5, pay_to = $6, amount = $7, valid_before = $8, note = $9
       where id = $1 and (state = 'failed' or (state = 'claimed' and claimed_until <= now())) returning ${columns}`,
      [id, by, lease, title, url, payTo, amount, new Date(validBefore), note],
    )
  }

  /** The money is on the chain. Whoever says so first is written down. @returns the entry as it is now */
  async settle(id: bigint, transaction: Hex, answer: Readonly<Record<string, string>>): Promise<Entry | null> {
    const settled = await this.#one(
      `update farthing_sales set state = 'settled', transaction = $2, answer = $3, settled_at = date_trunc('milliseconds', now())
       where id = $1 and state <> 'settled' returning ${columns}`,
      [id, transaction, JSON.stringify(answer)],
    )
    return settled ?? this.entry(id)
  }

  /** No money moved, and none will. */
  async fail(id: bigint): Promise<void> {
    await this.#sql.query(`update farthing_sales set state = 'failed' where id = $1 and state = 'claimed'`, [id])
  }

  /** Nobody has to wait any longer for what `by` claimed; what became of it is not known. */
  async release(id: bigint, by: string): Promise<void> {
    await this.#sql.query(`update farthing_sales set claimed_until = now() where id = $1 and state = 'claimed' and claimed_by = $2`, [id, by])
  }

  async entry(id: bigint): Promise<Entry | null> {
    return this.#one(`select ${columns} from farthing_sales where id = $1`, [id])
  }

  async find({ network, asset, payer, nonce }: Authorization): Promise<Entry | null> {
    return this.#one(`select ${columns} from farthing_sales where network = $1 and asset = $2 and payer = $3 and nonce = $4`, [network, asset, payer, nonce])
  }

  /** The newest sale of a thing to somebody. */
  async bought(item: string, payer: Address): Promise<Entry | null> {
    return this.#one(`select ${columns} from farthing_sales where item = $1 and payer = $2 and state = 'settled' order by settled_at desc, id desc limit 1`, [item, payer])
  }

  /** Sales that one transaction settled: as a rule one. */
  async settledBy(network: NetworkId, transaction: Hex): Promise<readonly Sale[]> {
    return this.#sales(`select ${columns} from farthing_sales where network = $1 and transaction = $2 and state = 'settled' order by id limit 100`, [network, transaction])
  }

  /** Payments of which nobody says any more what became of them, oldest first. @param limit at most so many */
  async open(limit: number): Promise<readonly Entry[]> {
    return this.#entries(`select ${columns} from farthing_sales where state = 'claimed' and claimed_until <= now() order by claimed_until limit $1`, [limit])
  }

  /** Sales, newest first. @param after where the page before this ended */
  async list(filter: Filter, limit: number, after: Place | null = null): Promise<readonly Sale[]> {
    const { where, parameters } = conditions(filter)
    const from = after === null ? '' : ` and (settled_at, id) < ($${parameters.length + 2}, $${parameters.length + 3})`
    const place = after === null ? [] : [new Date(after.settledAt), after.id]
    return this.#sales(`select ${columns} from farthing_sales where ${where}${from} order by settled_at desc, id desc limit $${parameters.length + 1}`, [...parameters, limit, ...place])
  }

  /** Sums, newest month first and within it the largest first. */
  async totals(filter: Filter): Promise<readonly Total[]> {
    const { where, parameters } = conditions(filter)
    const rows = await this.#sql.query(
      `select to_char(settled_at at time zone 'UTC', 'YYYY-MM') as month, kind, item, (array_agg(title order by settled_at desc, id desc))[1] as title,
         network, asset, count(*)::integer as count, sum(amount)::text as amount
       from farthing_sales where ${where} group by 1, kind, item, network, asset order by 1 desc, sum(amount) desc, item`,
      parameters,
    )
    return rows.map((row) => v.parse(totalRow, row))
  }

  async #one(text: string, parameters: readonly Parameter[]): Promise<Entry | null> {
    const [entry] = await this.#entries(text, parameters)
    return entry ?? null
  }

  async #entries(text: string, parameters: readonly Parameter[]): Promise<readonly Entry[]> {
    return (await this.#sql.query(text, parameters)).map(readEntry)
  }

  async #sales(text: string, parameters: readonly Parameter[]): Promise<readonly Sale[]> {
    return (await this.#entries(text, parameters)).flatMap(({ sale }) => (sale === null ? [] : [sale]))
  }
}

/** What a payment in the books becomes when it is settled. @param settledAt milliseconds since 1970 */
export function saleOf(entry: Omit<Entry, 'sale'>, transaction: Hex, settledAt: number): Sale {
  const { id, item, kind, title, url, dialect, network, asset, payer, payTo, amount, nonce, note } = entry
  return { id, item, kind, title, url, dialect, network, asset, payer, payTo, amount, nonce, note, transaction, settledAt }
}

/** A filter as SQL whose parameters are the first. */
function conditions({ kind, item, payer, title, from, until }: Filter): { readonly where: string; readonly parameters: readonly Parameter[] } {
  const given: readonly (readonly [string, Parameter | undefined])[] = [
    ['kind =', kind],
    ['item =', item],
    ['payer =', payer],
    ['title ilike', title === undefined ? undefined : `%${title.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')}%`],
    ['settled_at >=', from === undefined ? undefined : new Date(from)],
    ['settled_at <', until === undefined ? undefined : new Date(until)],
  ]
  const used = given.flatMap(([what, value]) => (value === undefined ? [] : [[what, value] as const]))
  return {
    where: ["state = 'settled'", ...used.map(([what], index) => `${what} $${index + 1}`)].join(' and '),
    parameters: used.map(([, value]) => value),
  }
}

/** Money and identifiers as text: no driver makes a float of them. */
const columns = `id::text as id, item, kind, title, url, dialect, network, asset, payer, pay_to, amount::text as amount, nonce, valid_before, payment_id,
  state, claimed_until <= now() as lapsed, transaction, answer, note, created_at, settled_at`

const kind = v.picklist(['article', 'tip'])
const network = v.custom<NetworkId>((value) => typeof value === 'string' && findNetwork(value) !== undefined)
const address = v.custom<Address>((value) => typeof value === 'string' && isAddress(value))
const hash = v.custom<Bytes32>((value) => typeof value === 'string' && isBytes32(value))
const integer = v.pipe(v.string(), v.digits(), v.toBigint())
const moment = v.pipe(v.date(), v.transform((date) => date.getTime()))
const answer = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()))

const entryRow = v.strictObject({
  id: integer,
  item: v.string(),
  kind,
  title: v.string(),
  url: v.string(),
  dialect: v.picklist(['x402', 'mpp']),
  network,
  asset: address,
  payer: address,
  pay_to: address,
  amount: integer,
  nonce: hash,
  valid_before: moment,
  payment_id: v.nullable(v.string()),
  state: v.picklist(['claimed', 'settled', 'failed']),
  lapsed: v.boolean(),
  transaction: v.nullable(hash),
  answer: v.nullable(answer),
  note: v.nullable(v.string()),
  created_at: moment,
  settled_at: v.nullable(moment),
})

const totalRow = v.strictObject({ month: v.string(), kind, item: v.string(), title: v.string(), network, asset: address, count: v.number(), amount: integer })

function readEntry(row: unknown): Entry {
  const { pay_to, valid_before, payment_id, transaction, answer, created_at, settled_at, ...same } = v.parse(entryRow, row)
  const entry = { ...same, payTo: pay_to, validBefore: valid_before, paymentId: payment_id, createdAt: created_at, answer: answer ?? {} }
  const sale = same.state === 'settled' && transaction !== null && settled_at !== null ? saleOf(entry, transaction, settled_at) : null
  return { ...entry, sale }
}
