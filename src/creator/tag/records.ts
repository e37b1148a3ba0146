import type { Address, Bytes32 } from '../../core/hex'
import { isHexOf, isText, readJson } from './border'

/**
 * What is remembered of a purchase, in the site's own storage. Its nonce is what keeps it from being charged twice: everything that is
 * ever signed for it carries the same one, and the token takes that once. So the record is written before anything is signed, and
 * another takes its place only when the chain has shown that nothing was and can be charged. Long after that, or when there are very
 * many, it is forgotten.
 */
export interface PurchaseRecord {
  readonly v: 1
  readonly network: string
  readonly payer: Address
  readonly nonce: Bytes32
  /** Unix seconds: until then what was signed last can be settled. */
  readonly validBefore: number
  /** When it was begun, milliseconds since 1970. */
  readonly at: number
  /** Values of PAYMENT-SIGNATURE that may have reached the seller, the latest last: showing them again is free. */
  readonly sent: readonly string[]
  /** How often the latest was put on a navigation, whose outcome no script sees. */
  readonly navigations: number
  readonly isBought: boolean
  /** What a key service answered: opens the sealed text again without a network. */
  readonly key?: string
}

/** How many payments for one purchase are kept, each with the same nonce. */
export const mostSent = 4
/** In characters. */
export const longestKey = 8192
const longestHeader = 32 * 1024
const prefix = 'farthing:'

function readRecord(text: string): PurchaseRecord | null {
  const fields = readJson(text, (mostSent + 1) * longestHeader)
  if (fields?.['v'] !== 1) return null
  const { network, payer, nonce, validBefore, at, sent, navigations, isBought, key } = fields
  if (!isText(network, 64) || !isHexOf(payer, 20) || !isHexOf(nonce, 32) || typeof isBought !== 'boolean') return null
  if (typeof validBefore !== 'number' || typeof at !== 'number' || typeof navigations !== 'number') return null
  if (!Array.isArray(sent) || sent.length > mostSent || !sent.every((header) => isText(header, longestHeader))) return null
  if (key !== undefined && !isText(key, longestKey)) return null
  return { v: 1, network, payer, nonce, validBefore, at, sent, navigations, isBought, ...(key !== undefined && { key }) }
}

/** How many purchases are remembered. */
export const mostRecords = 200
const day = 24 * 3600 * 1000
/** How long what was sent, and opened nothing so far, may still open it: from when it could be charged last, in milliseconds. */
const patience = 90 * day

/** 0: nothing can come of it any more. 1: it opens, or may open, what was paid for. 2: it can still be charged. */
function worthOf({ isBought, sent, validBefore, at }: PurchaseRecord, now: number): number {
  const age = now - Math.max(at, validBefore * 1000)
  if (isBought) return 1
  return age < day ? 2 : sent.length > 0 && age < patience ? 1 : 0
}

/** Forgets what nothing can come of, and the oldest where there are too many. What is not known here is left alone. */
function makeRoom(kept: Storage, now: number): void {
  const names = Array.from({ length: kept.length }, (_, place) => kept.key(place) ?? '')
  const all = names.flatMap((name) => {
    const record = name.startsWith(prefix) ? readRecord(kept.getItem(name) ?? '') : null
    return record === null ? [] : [{ name, at: record.at, worth: worthOf(record, now) }]
  })
  all.sort((one, other) => one.worth - other.worth || one.at - other.at)
  for (const [place, { name, worth }] of all.entries()) if (worth === 0 || place <= all.length - mostRecords) kept.removeItem(name)
}

/** Purchases of this site's readers, each under the address of what is bought. */
export interface Records {
  read(src: string): PurchaseRecord | null
  /** @returns false where it cannot be kept: then nothing may be signed */
  write(src: string, record: PurchaseRecord): boolean
  forget(src: string): void
}

/**
 * @param storage gives the storage, or throws where the reader's browser allows none
 * @param now milliseconds since 1970
 */
export function openRecords(storage: () => Storage, now: () => number): Records {
  const name = (src: string): string => prefix + src
  return {
    read: (src) => {
      try {
        return readRecord(storage().getItem(name(src)) ?? '')
      } catch {
        return null
      }
    },
    write: (src, record) => {
      const text = JSON.stringify(record)
      try {
        if (storage().getItem(name(src)) === null) makeRoom(storage(), now())
        storage().setItem(name(src), text)
        return storage().getItem(name(src)) === text
      } catch {
        return false
      }
    },
    forget: (src) => {
      try {
        storage().removeItem(name(src))
      } catch {
        // Then there is nothing to forget either.
      }
    },
  }
}
