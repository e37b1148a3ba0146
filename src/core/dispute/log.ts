import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toHex, type Bytes32 } from '../hex'
import { canonicalJson } from '../receipt'
import type { DisputeEvent } from './dispute'

export const parties = ['reader', 'seller', 'wallet', 'chain'] as const
/** Who did it. */
export type Party = (typeof parties)[number]

/** One thing that happened, bound to everything before it. */
export interface LogEntry {
  /** 0, 1, 2… without gaps. */
  readonly seq: number
  /** The `sha256` of the entry before; zeros for the first. */
  readonly prev: Bytes32
  /** Milliseconds since 1970. */
  readonly at: number
  readonly by: Party
  readonly event: DisputeEvent
  /** Of the canonical JSON of all of the above, amounts as decimal text. */
  readonly sha256: Bytes32
}

const beginning: Bytes32 = `0x${'0'.repeat(64)}`

/** A log with one more entry. */
export function logged(log: readonly LogEntry[], at: number, by: Party, event: DisputeEvent): readonly LogEntry[] {
  const entry = { seq: log.length, prev: log.at(-1)?.sha256 ?? beginning, at, by, event }
  return [...log, { ...entry, sha256: hashOf(entry) }]
}

/** Where the chain breaks first: an entry that was changed, moved, taken out or put in. Null where it does not. */
export function firstBreak(log: readonly LogEntry[]): number | null {
  const broken = log.findIndex(({ sha256: claimed, ...entry }, at) => entry.seq !== at || entry.prev !== (log[at - 1]?.sha256 ?? beginning) || hashOf(entry) !== claimed)
  return broken === -1 ? null : broken
}

/** As others can check it: RFC 8785 over the entry without its own hash. */
function hashOf(entry: Omit<LogEntry, 'sha256'>): Bytes32 {
  const text = canonicalJson(JSON.parse(JSON.stringify(entry, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))))
  if (text === null) throw new Error('a log entry nests too deep')
  return toHex(sha256(utf8ToBytes(text)))
}
