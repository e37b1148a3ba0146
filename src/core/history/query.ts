import type { Address } from '../hex'
import type { NetworkId } from '../networks/networks'
import type { DeliveryKind, PurchaseState } from '../purchase/purchase'
import type { HistoryEntry } from './entry'
import { fold, isFoundIn, needlesOf, type Needle, type SearchText } from './search-text'

export const historySorts = ['newest', 'oldest', 'dearest', 'cheapest', 'site', 'title'] as const
export type HistorySort = (typeof historySorts)[number]

/** The most rows of one answer. */
export const largestWindow = 200
/** The most sites, and tags, that are counted by name in one answer. */
export const mostCounted = 200

/** What is looked for. Empty lists and null ask for nothing in particular. */
export interface HistoryQuery {
  /** Every word has to be found, whatever its case and accents. */
  readonly text: string
  /** Begun at this moment or later, and before that one; milliseconds since 1970. */
  readonly from: number | null
  readonly to: number | null
  readonly hosts: readonly string[]
  readonly states: readonly PurchaseState[]
  readonly kinds: readonly DeliveryKind[]
  /** One of them is enough. */
  readonly tags: readonly string[]
  /** Only those of which something came back. */
  readonly refunded: boolean
  /** Atomic units, both included. */
  readonly least: bigint | null
  readonly most: bigint | null
  readonly sort: HistorySort
  readonly offset: number
  readonly limit: number
}

export const everything: HistoryQuery = {
  text: '',
  from: null,
  to: null,
  hosts: [],
  states: [],
  kinds: [],
  tags: [],
  refunded: false,
  least: null,
  most: null,
  sort: 'newest',
  offset: 0,
  limit: largestWindow,
}

/** Atomic units of one asset. */
export interface AssetSum {
  readonly network: NetworkId
  readonly asset: Address
  readonly amount: bigint
}

export interface HistoryResult {
  readonly entries: readonly HistoryEntry[]
  /** Everything that was found, in the window or not. */
  readonly count: number
  /** What was paid, as the chain shows it, of what was found; by asset. */
  readonly sums: readonly AssetSum[]
  /** Sites of what was found, or would be if none was chosen; the most frequent first, at most `mostCounted`. */
  readonly hosts: readonly Counted[]
  /** The same of tags. */
  readonly tags: readonly Counted[]
}

export interface Counted {
  readonly name: string
  readonly count: number
}

/** A payment made ready to be looked for. */
export interface Prepared {
  readonly entry: HistoryEntry
  readonly searched: SearchText
}

/** @param sorted all payments, in the order the query asks for */
export function searchIn(sorted: readonly Prepared[], query: HistoryQuery): HistoryResult {
  const entries: HistoryEntry[] = []
  const end = query.offset + Math.min(query.limit, largestWindow)
  let found = 0
  const sums: AssetSums = []
  const hosts = new Map<string, { name: string; count: number }>()
  const tags = new Map<string, { name: string; count: number }>()
  const { isFound, isSite, isTagged } = filterOf(query)
  for (const one of sorted) {
    if (!isFound(one)) continue
    const { entry } = one
    const hasSite = isSite(entry)
    const hasTag = isTagged(entry)
    if (hasTag) count(hosts, entry.host, entry.host)
    if (hasSite) for (const tag of entry.label.tags) count(tags, fold(tag), tag)
    if (!hasSite || !hasTag) continue
    if (found >= query.offset && found < end) entries.push(entry)
    found += 1
    if (entry.paidAt !== null) addTo(sums, entry)
  }
  return { entries, count: found, sums, hosts: mostFrequent(hosts), tags: mostFrequent(tags) }
}

function filterOf(query: HistoryQuery) {
  const needles = needlesOf(query.text)
  const hosts = new Set(query.hosts)
  const tags = new Set(query.tags.map(fold))
  const states = new Set(query.states)
  const kinds = new Set(query.kinds)
  return {
    isFound: ({ entry, searched }: Prepared): boolean =>
      (states.size === 0 || states.has(entry.state)) &&
      (kinds.size === 0 || kinds.has(entry.kind)) &&
      (!query.refunded || entry.refunds.length > 0) &&
      isBetween(entry.at, query.from, query.to) &&
      (query.least === null || entry.amount >= query.least) &&
      (query.most === null || entry.amount <= query.most) &&
      hasAll(searched, needles),
    isSite: ({ host }: HistoryEntry): boolean => hosts.size === 0 || hosts.has(host),
    isTagged: ({ label }: HistoryEntry): boolean => tags.size === 0 || label.tags.some((tag) => tags.has(fold(tag))),
  }
}

const isBetween = (at: number, from: number | null, to: number | null): boolean => (from === null || at >= from) && (to === null || at < to)

const hasAll = (searched: SearchText, needles: readonly Needle[]): boolean => needles.every((needle) => isFoundIn(needle, searched))

/** Under the first name it was met by. */
function count(counts: Map<string, { name: string; count: number }>, key: string, name: string): void {
  const counted = counts.get(key)
  if (counted === undefined) counts.set(key, { name, count: 1 })
  else counted.count += 1
}

function addTo(sums: AssetSums, { network, asset, amount }: HistoryEntry): void {
  const sum = sums.find((one) => one.network === network && one.asset === asset)
  if (sum === undefined) sums.push({ network, asset, amount })
  else sum.amount += amount
}

type AssetSums = { -readonly [K in keyof AssetSum]: AssetSum[K] }[]

function mostFrequent(counts: ReadonlyMap<string, Counted>): readonly Counted[] {
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)).slice(0, mostCounted)
}
