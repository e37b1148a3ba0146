import * as v from 'valibot'
import type { RefundRequest } from '../../core/dispute/request'
import type { Address, Bytes32, Hex } from '../../core/hex'
import type { NetworkId } from '../../core/networks/networks'
import type { Database, Queries } from './database'

/** What is asked back, and what became of it. */
export interface RefundCase {
  /** The reader's idempotency key. */
  readonly key: string
  readonly dispute: Bytes32
  readonly signature: Hex
  readonly sale: RefundableSale
  readonly refundTo: Address
  /** Atomic units. */
  readonly asked: bigint
  readonly reason: RefundRequest['reason']
  /** The reader's own words; empty for none. */
  readonly words: string
  /** What the reader shows, by name. */
  readonly evidence: Readonly<Record<string, string>>
  /** Milliseconds since 1970. */
  readonly receivedAt: number
  readonly respondBy: number
  readonly state: 'open' | 'paying' | 'paid' | 'denied'
  /** What was sent and is not yet seen on the chain. */
  readonly sending: Sending | null
  /** Atomic units, read from the chain. */
  readonly paid: bigint | null
  readonly transaction: Hex | null
  readonly denial: string | null
  /** What the seller wrote to a no; empty for nothing. */
  readonly note: string
  /** What the reader said to it; null before that. */
  readonly counter: string | null
  /** How often the request arrived, reminders included. */
  readonly posts: number
  readonly reminders: number
  readonly answeredAt: number | null
}

/** The sale it is about. */
export interface RefundableSale {
  readonly id: bigint
  readonly title: string
  readonly url: string
  readonly network: NetworkId
  readonly asset: Address
  readonly payer: Address
  /** Atomic units. */
  readonly amount: bigint
  readonly transaction: Hex
  readonly settledAt: number
}

export interface Sending {
  /** Atomic units. */
  readonly amount: bigint
  /** The account that pays back. */
  readonly from: Address
  /** Since when it can have done so, milliseconds since 1970. */
  readonly since: number
  /** Milliseconds since 1970: from then on the token does not take it any more. */
  readonly validBefore: number
}

/** A request as it is written down. */
export interface NewCase {
  readonly request: RefundRequest
  readonly signature: Hex
  readonly words: string
  readonly evidence: Readonly<Record<string, string>>
  readonly isReminder: boolean
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Which requests are listed. 'due': those that wait for the seller. */
export type CaseFilter = 'due' | 'done' | 'all'

/** How many are on one page of a list. */
export const pageSize = 20

/** No date goes further than this: what a reader asks an answer by is theirs to say, and no database holds any number. */
const longestWait = 366 * 86_400_000

const columns = `r.key, r.dispute, r.signature, r.refund_to, r.asked::text, r.reason, r.words, r.evidence, r.received_at, r.respond_by, r.state,
  r.sending::text, r.sending_from, r.sending_since, r.sending_valid_before, r.paid::text, r.transaction, r.denial, r.note, r.counter,
  r.posts, r.reminders, r.answered_at, s.id::text as sale, s.title, s.url, s.network, s.asset, s.payer, s.amount::text, s.transaction as sale_transaction, s.settled_at`
const joined = `farthing_refunds r join farthing_sales s on s.id = r.sale`

/** Requests for money back, in the shop's books. */
export class RefundBooks {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async find(key: string): Promise<RefundCase | null> {
    const [row] = await this.#database.query<object>(`select ${columns} from ${joined} where r.key = $1`, [key])
    return row === undefined ? null : readCase(row)
  }

  /** The sale that an authorization has paid. 'other': somebody else's has that nonce. Null: no sale here. */
  async saleOf({ network, payer, authorizationNonce }: Pick<RefundRequest, 'network' | 'payer' | 'authorizationNonce'>): Promise<(RefundableSale & { readonly payTo: Address }) | 'other' | null> {
    const found = await this.#database.query<object>(
      `select id::text as sale, title, url, network, asset, payer, pay_to, amount::text, transaction as sale_transaction, settled_at
       from farthing_sales where network = $1 and nonce = $2 and state = 'settled'`,
      [network, authorizationNonce],
    )
    const sales = found.map((row) => ({ ...readSale(v.parse(saleRow, row)), payTo: v.parse(payee, row).pay_to as Address }))
    return sales.find((sale) => sale.payer === payer) ?? (sales.length === 0 ? null : 'other')
  }

  /** Writes a request down. @param judge given what of the sale is not paid back: why not, or null @returns false where the key or the dispute is taken */
  async add(sale: bigint, { request, signature, words, evidence, isReminder, at }: NewCase, judge: (left: bigint) => string | null): Promise<boolean> {
    return this.#database.transaction(async (sql) => {
      const denial = judge(await leftOf(sql, sale, null))
      const added = await sql.query(
        `insert into farthing_refunds (key, dispute, sale, signature, refund_to, asked, reason, words, evidence, respond_by, state, denial, answered_at, reminders, received_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing returning id`,
        [
          request.idempotencyKey, request.disputeId, sale, signature, request.refundTo, request.amount, request.reason, words, JSON.stringify(evidence),
          new Date(Math.min(request.respondBy * 1000, at + longestWait)), denial === null ? 'open' : 'denied', denial, denial === null ? null : new Date(at), isReminder ? 1 : 0, new Date(at),
        ],
      )
      return added.length === 1
    })
  }

  /** The request has arrived once more. */
  async again(key: string, isReminder: boolean): Promise<void> {
    await this.#database.query('update farthing_refunds set posts = posts + 1, reminders = reminders + $2 where key = $1', [key, isReminder ? 1 : 0])
  }

  /** Takes what a reader says to a no, once. @returns whether it was taken now */
  async counter(key: string, words: string, at: number): Promise<boolean> {
    const done = await this.#database.query(
      `update farthing_refunds set counter = $2, countered_at = $3, state = 'open' where key = $1 and state = 'denied' and counter is null returning id`,
      [key, words, new Date(at)],
    )
    return done.length === 1
  }

  /** @returns false where there is nothing to be declined (any more) */
  async decline(key: string, denial: string, note: string, at: number): Promise<boolean> {
    const done = await this.#database.query(
      `update farthing_refunds set state = 'denied', denial = $2, note = $3, answered_at = $4 where key = $1 and state = 'open' returning id`,
      [key, denial, note, new Date(at)],
    )
    return done.length === 1
  }

  /** The most that can still be paid back for a request, atomic units. */
  async mostOf({ key, sale, asked }: Pick<RefundCase, 'key' | 'asked' | 'sale'>): Promise<bigint> {
    const left = await leftOf(this.#database, sale.id, key)
    return left < asked ? left : asked
  }

  /**
   * Writes down what is about to be sent, and keeps others from it until `until`. The same amount may be sent again; another may not
   * before it is known what became of the first.
   */
  async claim(key: string, sale: bigint, { amount, from, validBefore }: Omit<Sending, 'since'>, at: number, until: number): Promise<boolean> {
    return this.#database.transaction(async (sql) => {
      const left = await leftOf(sql, sale, key)
      const done = await sql.query(
        `update farthing_refunds set state = 'paying', sending = $2, sending_from = $3,
           sending_since = case when state = 'paying' then sending_since else $4 end, sending_valid_before = $5, sending_until = $6
         where key = $1 and $2::numeric <= least(asked, $7::numeric)
         and (state = 'open' or (state = 'paying' and sending = $2::numeric and sending_from = $3 and sending_until <= $4)) returning id`,
        [key, amount, from, new Date(at), new Date(validBefore), new Date(until), left],
      )
      return done.length === 1
    })
  }

  /** One of those who see a payment under way looks what became of it, and the others leave it to them. */
  async watch(key: string, at: number, until: number): Promise<boolean> {
    const done = await this.#database.query(
      `update farthing_refunds set sending_until = $3 where key = $1 and state = 'paying' and sending_until <= $2 returning id`,
      [key, new Date(at), new Date(until)],
    )
    return done.length === 1
  }

  /** Nobody waits for it any more; what became of it is still not known. */
  async leave(key: string, at: number): Promise<void> {
    await this.#database.query(`update farthing_refunds set sending_until = $2 where key = $1 and state = 'paying'`, [key, new Date(at)])
  }

  /** The chain shows it. */
  async paid(key: string, amount: bigint, transaction: Hex, at: number): Promise<void> {
    await this.#database.query(
      `update farthing_refunds set state = 'paid', paid = $2, transaction = $3, answered_at = $4, sending = null where key = $1 and state = 'paying'`,
      [key, amount, transaction, new Date(at)],
    )
  }

  /** It did not arrive, and no longer can: the request is open again. @param validBefore of what was looked for: a later one stays */
  async lapsed(key: string, validBefore: number): Promise<void> {
    await this.#database.query(
      `update farthing_refunds set state = 'open', sending = null where key = $1 and state = 'paying' and sending_valid_before <= $2`,
      [key, new Date(validBefore)],
    )
  }

  /** Keys of what was sent and is not known to have arrived. */
  async underWay(): Promise<readonly string[]> {
    const rows = await this.#database.query<{ key: string }>(`select key from farthing_refunds where state = 'paying' order by id limit 100`)
    return rows.map(({ key }) => key)
  }

  /** What of sales was paid back, atomic units; those of which nothing was are not in it. */
  async paidFor(sales: readonly bigint[]): Promise<ReadonlyMap<bigint, bigint>> {
    const rows = await this.#database.query<{ sale: string; paid: string }>(
      `select sale::text as sale, sum(paid)::text as paid from farthing_refunds where state = 'paid' and sale = any(string_to_array($1, ',')::bigint[]) group by 1`,
      [sales.join(',')],
    )
    return new Map(rows.map(({ sale, paid }) => [BigInt(sale), BigInt(paid)]))
  }

  /** What was paid back in each month (UTC) of the last year, by "2026-11". */
  async paidByMonth(): Promise<ReadonlyMap<string, bigint>> {
    const rows = await this.#database.query<{ month: string; paid: string }>(
      `select to_char(answered_at at time zone 'UTC', 'YYYY-MM') as month, sum(paid)::text as paid from farthing_refunds
       where state = 'paid' and answered_at > now() - interval '1 year' group by 1`,
    )
    return new Map(rows.map(({ month, paid }) => [month, BigInt(paid)]))
  }

  /** Those that wait first by when an answer is asked for, all others the newest first. @param page from 0 */
  async list(filter: CaseFilter, page: number): Promise<readonly RefundCase[]> {
    const wanted = { due: `r.state in ('open', 'paying')`, done: `r.state in ('paid', 'denied')`, all: 'true' }[filter]
    const order = filter === 'due' ? 'r.respond_by, r.id' : 'r.received_at desc, r.id desc'
    const rows = await this.#database.query<object>(`select ${columns} from ${joined} where ${wanted} order by ${order} limit $1 offset $2`, [pageSize, page * pageSize])
    return rows.map(readCase)
  }

  async count(filter: CaseFilter): Promise<number> {
    const wanted = { due: `state in ('open', 'paying')`, done: `state in ('paid', 'denied')`, all: 'true' }[filter]
    const [row] = await this.#database.query<{ count: number }>(`select count(*)::integer as count from farthing_refunds where ${wanted}`)
    return row?.count ?? 0
  }
}

/** What of a sale is neither paid back nor on its way back. In a transaction nobody else reckons with it meanwhile. @param except a request that is not counted */
async function leftOf(sql: Queries, sale: bigint, except: string | null): Promise<bigint> {
  const [row] = await sql.query<{ amount: string }>(`select amount::text from farthing_sales where id = $1 for update`, [sale])
  const [gone] = await sql.query<{ sum: string }>(
    `select coalesce(sum(coalesce(paid, 0) + coalesce(sending, 0)), 0)::text as sum from farthing_refunds where sale = $1 and key is distinct from $2`,
    [sale, except],
  )
  return BigInt(row?.amount ?? 0) - BigInt(gone?.sum ?? 0)
}

const amount = v.pipe(v.string(), v.transform((text) => BigInt(text)))
const moment = v.pipe(v.date(), v.transform((date) => date.getTime()))
const saleRow = v.object({
  sale: amount,
  title: v.string(),
  url: v.string(),
  network: v.string(),
  asset: v.string(),
  payer: v.string(),
  amount,
  sale_transaction: v.string(),
  settled_at: moment,
})
const payee = v.object({ pay_to: v.string() })
const caseRow = v.object({
  ...saleRow.entries,
  key: v.string(),
  dispute: v.string(),
  signature: v.string(),
  refund_to: v.string(),
  asked: amount,
  reason: v.string(),
  words: v.string(),
  evidence: v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string())),
  received_at: moment,
  respond_by: moment,
  state: v.picklist(['open', 'paying', 'paid', 'denied']),
  sending: v.nullable(amount),
  sending_from: v.nullable(v.string()),
  sending_since: v.nullable(moment),
  sending_valid_before: v.nullable(moment),
  paid: v.nullable(amount),
  transaction: v.nullable(v.string()),
  denial: v.nullable(v.string()),
  note: v.nullable(v.string()),
  counter: v.nullable(v.string()),
  posts: v.number(),
  reminders: v.number(),
  answered_at: v.nullable(moment),
})

function readSale({ sale, sale_transaction, settled_at, ...row }: v.InferOutput<typeof saleRow>): RefundableSale {
  const { title, url, amount } = row
  return { id: sale, title, url, amount, network: row.network as NetworkId, asset: row.asset as Address, payer: row.payer as Address, transaction: sale_transaction as Hex, settledAt: settled_at }
}

/** Was written by this class alone. */
function readCase(raw: object): RefundCase {
  const row = v.parse(caseRow, raw)
  const { sending, sending_from, sending_since, sending_valid_before } = row
  const isSending = sending !== null && sending_from !== null && sending_since !== null && sending_valid_before !== null
  return {
    key: row.key,
    dispute: row.dispute as Bytes32,
    signature: row.signature as Hex,
    sale: readSale(row),
    refundTo: row.refund_to as Address,
    asked: row.asked,
    reason: row.reason as RefundRequest['reason'],
    words: row.words,
    evidence: row.evidence,
    receivedAt: row.received_at,
    respondBy: row.respond_by,
    state: row.state,
    sending: isSending ? { amount: sending, from: sending_from as Address, since: sending_since, validBefore: sending_valid_before } : null,
    paid: row.paid,
    transaction: row.transaction as Hex | null,
    denial: row.denial,
    note: row.note ?? '',
    counter: row.counter,
    posts: row.posts,
    reminders: row.reminders,
    answeredAt: row.answered_at,
  }
}
