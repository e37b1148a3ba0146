import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js'
import { err, ok, type Result } from '../core/result'
import { seal, subkey, unseal } from './aead'
import { canonicalBytes } from './bytes'
import { LockedError } from './locked-error'

const format = 1

/** Seals what is stored. Synchronous, so that it can be used inside an IndexedDB transaction. */
export interface Sealer {
  /** Format byte ‖ nonce ‖ ciphertext ‖ tag, bound to this table and id. Throws LockedError once wiped. */
  seal(table: string, id: string, plaintext: Uint8Array): Uint8Array
  /** 'damaged' when the envelope was changed, or sealed for another place or vault. Throws LockedError once wiped. */
  open(table: string, id: string, envelope: Uint8Array): Result<Uint8Array, 'damaged'>
  /** Keyed hash of a text, 64 hex digits: can be looked for without being readable. Throws LockedError once wiped. */
  tag(purpose: string, text: string): string
}

/** The sealer of an unlocked vault. `wipe` erases its keys. */
export class RowSealer implements Sealer {
  readonly #rowKey: Uint8Array
  readonly #tagKey: Uint8Array
  #wiped = false

  constructor(viewKey: Uint8Array) {
    this.#rowKey = subkey(viewKey, 'rows')
    this.#tagKey = subkey(viewKey, 'tags')
  }

  seal(table: string, id: string, plaintext: Uint8Array): Uint8Array {
    this.#assertOpen()
    return concatBytes(Uint8Array.of(format), seal(this.#rowKey, plaintext, rowContext(table, id)))
  }

  open(table: string, id: string, envelope: Uint8Array): Result<Uint8Array, 'damaged'> {
    this.#assertOpen()
    const plaintext = envelope[0] === format ? unseal(this.#rowKey, envelope.subarray(1), rowContext(table, id)) : null
    return plaintext === null ? err('damaged') : ok(plaintext)
  }

  tag(purpose: string, text: string): string {
    this.#assertOpen()
    return bytesToHex(hmac(sha256, this.#tagKey, canonicalBytes([purpose, text])))
  }

  wipe(): void {
    this.#wiped = true
    this.#rowKey.fill(0)
    this.#tagKey.fill(0)
  }

  #assertOpen(): void {
    if (this.#wiped) throw new LockedError()
  }
}

const rowContext = (table: string, id: string): Uint8Array => canonicalBytes(['farthing/row', String(format), table, id])
