import * as v from 'valibot'
import { jsonOf } from '../../core/export/document'
import { isHex } from '../../core/hex'
import type { HistoryEntry, HistoryRecord } from '../../core/history/entry'
import { unlabelled } from '../../core/history/label'
import type { ShownRate } from '../../core/money'
import { deliveryKinds, feeKinds, purchaseStates } from '../../core/purchase/purchase'
import { address, decodeJson, encodeJson, network, rate, time, uint256 } from '../codec'
import { labelSchema } from '../labels'

/** Another shape is not read, but made again from the purchases. */
const shape = 2

const place = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const texts = v.array(v.string())
/** What only few entries have: the entry's place, and the thing. */
const few = <Thing extends v.GenericSchema>(thing: Thing) => v.array(v.strictTuple([place, thing]))

/**
 * Many entries compactly: a column for each of their fields, and what they have in common written once (`known`), named by
 * its place there.
 */
const chunk = v.strictObject({
  shape: v.literal(shape),
  known: v.strictObject({
    hosts: texts,
    kinds: v.array(v.picklist(deliveryKinds)),
    states: v.array(v.picklist(purchaseStates)),
    amounts: v.array(uint256),
    networks: v.array(network),
    accounts: v.array(address),
    rates: v.array(rate),
    fees: v.array(v.array(v.strictTuple([v.picklist(feeKinds), v.nullable(uint256)]))),
  }),
  ids: texts,
  orders: v.array(place),
  at: v.array(time),
  paidAt: v.array(v.nullable(time)),
  titles: texts,
  paths: texts,
  host: v.array(place),
  kind: v.array(place),
  state: v.array(place),
  amount: v.array(place),
  network: v.array(place),
  asset: v.array(place),
  payTo: v.array(place),
  toOthers: v.array(v.nullable(place)),
  unasked: v.array(place),
  notes: few(v.string()),
  labels: few(labelSchema),
  /** Addresses that are not made of host and path alone. */
  pages: few(v.string()),
  rate: v.array(v.nullable(place)),
  fees: v.array(place),
  transactions: v.array(v.nullable(v.string())),
  // Nothing had come back of payments from before anybody looked for that.
  refunds: v.optional(few(v.array(v.strictObject({ at: time, amount: uint256 }))), () => []),
})
type Chunk = v.InferOutput<typeof chunk>

export function encodeChunk(entries: readonly HistoryRecord[]): Uint8Array {
  const hosts = new Known<string>()
  const kinds = new Known<HistoryEntry['kind']>()
  const states = new Known<HistoryEntry['state']>()
  const amounts = new Known<bigint>()
  const networks = new Known<HistoryEntry['network']>()
  const accounts = new Known<HistoryEntry['payTo']>()
  const rates = new Known<ShownRate>(jsonOf)
  const fees = new Known<HistoryRecord['fees'][number][]>(jsonOf)
  const columns = {
    ids: entries.map(({ id }) => id),
    orders: entries.map(({ order }) => order),
    at: entries.map(({ at }) => at),
    paidAt: entries.map(({ paidAt }) => paidAt),
    titles: entries.map(({ title }) => title),
    paths: entries.map(({ path }) => path),
    host: entries.map(({ host }) => hosts.placeOf(host)),
    kind: entries.map(({ kind }) => kinds.placeOf(kind)),
    state: entries.map(({ state }) => states.placeOf(state)),
    amount: entries.map(({ amount }) => amounts.placeOf(amount)),
    network: entries.map((entry) => networks.placeOf(entry.network)),
    asset: entries.map(({ asset }) => accounts.placeOf(asset)),
    payTo: entries.map(({ payTo }) => accounts.placeOf(payTo)),
    toOthers: entries.map(({ toOthers }) => (toOthers === null ? null : amounts.placeOf(toOthers))),
    unasked: entries.flatMap(({ unasked }, at) => (unasked ? [at] : [])),
    notes: entries.flatMap(({ note }, at): Chunk['notes'] => (note === null ? [] : [[at, note]])),
    labels: entries.flatMap(({ label }, at): Chunk['labels'] => (label.note === null && label.tags.length === 0 ? [] : [[at, label]])),
    pages: entries.flatMap((entry, at): Chunk['pages'] => (entry.page === plainPage(entry) ? [] : [[at, entry.page]])),
    rate: entries.map(({ rate }) => (rate === null ? null : rates.placeOf(rate))),
    fees: entries.map((entry) => fees.placeOf([...entry.fees])),
    transactions: entries.map(({ transaction }) => transaction),
    refunds: entries.flatMap(({ refunds }, at): Chunk['refunds'] => (refunds.length === 0 ? [] : [[at, [...refunds]]])),
  }
  const known = { hosts: hosts.all, kinds: kinds.all, states: states.all, amounts: amounts.all, networks: networks.all, accounts: accounts.all, rates: rates.all, fees: fees.all.map((lines) => lines.map(([kind, amount]): [typeof kind, typeof amount] => [kind, amount])) }
  return encodeJson({ shape, known, ...columns } satisfies Chunk)
}

const plainPage = ({ host, path }: Pick<HistoryEntry, 'host' | 'path'>): string => `https://${host}${path}`

const nothing: HistoryEntry['refunds'] = []

/** Null where the bytes are of another shape. Entries share what they have in common, which keeps them small in memory. */
export function decodeChunk(bytes: Uint8Array): readonly HistoryEntry[] | null {
  const read = decodeJson(chunk, bytes)
  return read === null ? null : entriesOf(read)
}

/** The same with everything that is kept of them. */
export function decodeRecords(bytes: Uint8Array): readonly HistoryRecord[] | null {
  const read = decodeJson(chunk, bytes)
  const entries = read === null ? null : entriesOf(read)
  if (read === null || entries === null) return null
  const pages = new Map(read.pages)
  const records: HistoryRecord[] = []
  for (const [at, entry] of entries.entries()) {
    const rest = restOf(read, at)
    if (rest === null) return null
    records.push({ ...entry, ...rest, page: pages.get(at) ?? plainPage(entry) })
  }
  return records
}

/** Null where a column ends too soon, or names what is not known. */
function restOf(read: Chunk, at: number): Pick<HistoryRecord, 'rate' | 'fees' | 'transaction'> | null {
  const { known } = read
  const place = read.rate[at]
  const rate = place === null ? null : named(known.rates, place)
  const fees = named(known.fees, read.fees[at])
  const transaction = read.transactions[at]
  if (rate === undefined || fees === undefined || transaction === undefined) return null
  return transaction === null || isHex(transaction) ? { rate, fees, transaction } : null
}

function entriesOf(read: Chunk): readonly HistoryEntry[] | null {
  const unasked = new Set(read.unasked)
  const notes = new Map(read.notes)
  const labels = new Map(read.labels)
  const refunds = new Map(read.refunds)
  const entries: HistoryEntry[] = []
  for (const [at, id] of read.ids.entries()) {
    const entry = row(read, at, id)
    if (entry === null) return null
    entries.push({ ...entry, unasked: unasked.has(at), note: notes.get(at) ?? null, label: labels.get(at) ?? unlabelled, refunds: refunds.get(at) ?? nothing })
  }
  return entries
}

/** Null where a column ends too soon, or names what is not known. */
function row(read: Chunk, at: number, id: string): Omit<HistoryEntry, 'unasked' | 'note' | 'label' | 'refunds'> | null {
  const { known } = read
  const order = read.orders[at]
  const begun = read.at[at]
  const paidAt = read.paidAt[at]
  const title = read.titles[at]
  const path = read.paths[at]
  const others = read.toOthers[at]
  const host = named(known.hosts, read.host[at])
  const kind = named(known.kinds, read.kind[at])
  const state = named(known.states, read.state[at])
  const amount = named(known.amounts, read.amount[at])
  const network = named(known.networks, read.network[at])
  const asset = named(known.accounts, read.asset[at])
  const payTo = named(known.accounts, read.payTo[at])
  const toOthers = others === null ? null : named(known.amounts, others)
  if (order === undefined || begun === undefined || paidAt === undefined || title === undefined || path === undefined || host === undefined) return null
  if (kind === undefined || state === undefined || amount === undefined || network === undefined || asset === undefined || payTo === undefined || toOthers === undefined) return null
  return { id, order, at: begun, paidAt, title, host, path, kind, state, amount, network, asset, payTo, toOthers }
}

const named = <T>(known: readonly T[], place: number | undefined): T | undefined => (place === undefined ? undefined : known[place])

/** Things that were met, each once. */
class Known<T> {
  readonly all: T[] = []
  readonly #places = new Map<unknown, number>()
  readonly #name: (thing: T) => unknown

  /** @param name by which things are told apart; absent: by what they are */
  constructor(name: (thing: T) => unknown = (thing) => thing) {
    this.#name = name
  }

  placeOf(thing: T): number {
    const name = this.#name(thing)
    const place = this.#places.get(name) ?? this.all.push(thing) - 1
    this.#places.set(name, place)
    return place
  }
}
