import { hkdfSync } from 'node:crypto'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import type { SlotHeader, VaultRecord } from '../../src/vault/record'
import { byteStrings, type Entry, type Held } from './stores'

/**
 * Something that is stored under a key. Written from the description of the formats (src/vault), beside the code that
 * made them: a mistake there is not repeated here.
 */
export interface Sealed {
  readonly name: string
  /** Nonce (24 bytes) ‖ ciphertext ‖ tag, by XChaCha20-Poly1305. */
  readonly body: Buffer
  /** What the tag is bound to. */
  readonly context: Buffer
  /** What its key is derived for out of the view key or the sign key (HKDF-SHA256); null where the key is used as it is. */
  readonly purpose: string | null
}

const keyLength = 32
const nonceLength = 24
const rowFormat = 1

/** Everything sealed in a dump: the rows, and the parts of every vault record that lies about; what lies there twice, once. */
export function sealedIn(entries: readonly Entry[]): readonly Sealed[] {
  const all = [...entries.flatMap(rowOf), ...recordsIn(entries).flatMap(partsOf)]
  return [...new Map(all.map((one) => [one.body.toString('base64'), one])).values()]
}

/** A row: format byte ‖ body, bound to its table and id. A key of several parts is the parts with '/' between them. */
function rowOf({ store, table, key, value }: Entry): readonly Sealed[] {
  const body = typeof value === 'object' && value !== null && 'body' in value ? byteStrings(value.body)[0] : undefined
  if (!store.startsWith('indexedDB/') || body === undefined) return []
  const id = [key].flat().join('/')
  return [{ name: `${table} ${id}`, body: body.subarray(1), context: lengthPrefixed(['farthing/row', String(rowFormat), table, id]), purpose: 'rows' }]
}

/** The vault, and its second copy. */
export function recordsIn(entries: readonly Entry[]): readonly VaultRecord[] {
  return entries.flatMap(({ value }) => {
    const record = typeof value === 'object' && value !== null && 'record' in value ? value.record : null
    return typeof record === 'object' && record !== null && 'slots' in record ? [record as VaultRecord] : []
  })
}

function partsOf({ id, seed, purse, slots }: VaultRecord): readonly Sealed[] {
  return [
    { name: 'seed', body: Buffer.from(seed, 'base64'), context: lengthPrefixed(['farthing/seed/1', id]), purpose: 'seed' },
    { name: 'purse', body: Buffer.from(purse.key, 'base64'), context: lengthPrefixed(['farthing/purse/2', id]), purpose: 'purse' },
    ...slots.map(({ wrapped, ...slot }) => ({
      name: `slot ${slot.kind}`,
      body: Buffer.from(wrapped, 'base64'),
      context: lengthPrefixed(['farthing/slot/2', id, slot.id, slot.kind, String(slot.createdAt), ...ownFields(slot)]),
      purpose: null,
    })),
  ]
}

function ownFields(slot: SlotHeader): readonly string[] {
  const fields: string[] = []
  if ('kdf' in slot) fields.push(slot.kdf.algorithm, String(slot.kdf.memoryKiB), String(slot.kdf.iterations), String(slot.kdf.parallelism), slot.kdf.salt)
  if ('passkey' in slot) fields.push(slot.passkey.credential, slot.passkey.salt, slot.passkey.rpId === null ? 'own' : 'domain', slot.passkey.rpId ?? '')
  if ('mix' in slot) fields.push(slot.mix)
  return fields
}

/** What 32 bytes make of it, as the key itself or as the one it is derived from; null when neither opens it. */
export function unsealWith(key: Uint8Array, { body, context, purpose }: Sealed): Uint8Array | null {
  return decrypt(key, body, context) ?? (purpose === null ? null : decrypt(derived(key, '', purpose), body, context))
}

const derived = (key: Uint8Array, salt: string, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, Buffer.from(salt, 'base64'), `farthing/${purpose}/1`, keyLength))

function decrypt(key: Uint8Array, body: Buffer, context: Buffer): Uint8Array | null {
  try {
    return xchacha20poly1305(key, body.subarray(0, nonceLength), context).decrypt(body.subarray(nonceLength))
  } catch {
    return null
  }
}

/** Texts, each behind its length in four bytes, big-endian. */
function lengthPrefixed(texts: readonly string[]): Buffer {
  return Buffer.concat(
    texts.flatMap((text) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(Buffer.byteLength(text))
      return [length, Buffer.from(text)]
    }),
  )
}

/** The key that a passkey's 32 bytes give for its slot. */
export const keyOfPasskey = (prf: Buffer, mix: string): Uint8Array => derived(prf, mix, 'passkey')

/**
 * Everything of 32 bytes that could be a key, once each: every byte string, every base64 or hexadecimal text read back, and every
 * stretch of 32 bytes in a longer one, up to `longest`.
 */
export function possibleKeys(held: readonly Held[], longest: number): readonly Uint8Array[] {
  const keys = new Map<string, Uint8Array>()
  for (const one of held.flatMap(({ bytes }) => [bytes, ...readBack(bytes.toString('latin1'))])) {
    const end = Math.min(one.length, longest) - keyLength
    for (let at = 0; at <= end; at += 1) {
      const key = one.subarray(at, at + keyLength)
      if (couldBeRandom(key)) keys.set(key.toString('latin1'), key)
    }
  }
  return [...keys.values()]
}

/** Of 32 random bytes, thirty or so differ from each other: with fewer than this, one key in seven thousand million is missed. */
const fewestDifferent = 20

/**
 * All keys are random or derived. What stands in a text is read back from it beforehand; 32 letters in a row are one key in
 * sixty million million.
 */
function couldBeRandom(bytes: Uint8Array): boolean {
  let isText = true
  const different = new Set<number>()
  for (const byte of bytes) {
    isText &&= byte >= 0x20 && byte < 0x7f
    different.add(byte)
  }
  return !isText && different.size >= fewestDifferent
}

function readBack(text: string): readonly Buffer[] {
  const base64 = text.match(/[A-Za-z0-9+/_-]{43,}/g) ?? []
  const hex = text.match(/[0-9a-fA-F]{64,}/g) ?? []
  return [...base64.map((one) => Buffer.from(one, 'base64')), ...hex.map((one) => Buffer.from(one, 'hex'))]
}
