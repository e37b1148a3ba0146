import { err, ok, type Result } from '../core/result'
import { pursePrivateKeys, wordsOf } from './account'
import { sealAddedPurse, type SealedPurse } from './added-purse'
import type { Argon2Cost } from './argon2'
import type { Factor, NewSlot } from './factor'
import { wipeKeys, type VaultKeys } from './keys'
import { LockedError } from './locked-error'
import type { SlotHeader, VaultRecord } from './record'
import { newRecoverySecret, spellRecoveryCode } from './recovery-code'
import { openSeed } from './sealed-parts'
import { closeSlot, factorOf, newHeader } from './slot'
import { hasRoom } from './slots'
import { wrappingKey } from './wrapping-key'

export interface AddedSlot {
  readonly record: VaultRecord
  /** Its id. */
  readonly slot: string
}

/**
 * What a fresh factor gives for one act: both keys, held where nothing reads them, until `wipe`.
 * Every use afterwards throws LockedError. Records are not changed: the caller stores what comes back.
 */
export class Authority {
  readonly #vaultId: string
  readonly #keys: VaultKeys
  readonly #cost: Argon2Cost
  #wiped = false

  /** Takes the keys over: they are erased by `wipe`. `cost` is for the passwords of new slots. */
  constructor(vaultId: string, keys: VaultKeys, cost: Argon2Cost) {
    this.#vaultId = vaultId
    this.#keys = keys
    this.#cost = cost
  }

  /**
   * Adds a way to open the vault. `now` in milliseconds since 1970. Throws when the record has no room (hasRoom)
   * or is of another vault, and when passkey, password or time are not ones a slot can be made of.
   */
  async addSlot(record: VaultRecord, slot: NewSlot, now: number): Promise<AddedSlot> {
    this.#assertOpen()
    const header = newHeader(slot, this.#cost, now)
    return this.#add(record, header, factorOf(slot, header.id))
  }

  /** Adds a recovery code and returns it: it is kept nowhere. Throws as addSlot. */
  async addRecovery(record: VaultRecord, now: number): Promise<AddedSlot & { readonly code: string }> {
    this.#assertOpen()
    const secret = newRecoverySecret()
    const code = spellRecoveryCode(secret)
    secret.fill(0)
    const added = await this.#add(record, newHeader({ kind: 'recovery' }, this.#cost, now), { kind: 'recovery', code })
    return { ...added, code }
  }

  /** The record with this passphrase as its only way in, for a file that leaves the device. Throws as addSlot. */
  async forBackup(record: VaultRecord, passphrase: string, now: number): Promise<VaultRecord> {
    const added = await this.addSlot({ ...record, slots: [] }, { kind: 'password', password: passphrase }, now)
    return added.record
  }

  /** The twelve words. 'damaged' when the seed was changed or the record is of another vault. */
  words(record: VaultRecord): Result<readonly string[], 'damaged'> {
    this.#assertOpen()
    const entropy = openSeed(record, this.#keys.sign)
    if (entropy === null) return err('damaged')
    const words = wordsOf(entropy)
    entropy.fill(0)
    return ok(words)
  }

  /**
   * Makes purses of the twelve words, by their numbers. 'damaged' as for words. Throws when there can be no such purse,
   * and LockedError when the keys are erased while it derives: then nothing was sealed.
   */
  async purses(record: VaultRecord, indexes: readonly number[]): Promise<Result<readonly SealedPurse[], 'damaged'>> {
    this.#assertOpen()
    const entropy = openSeed(record, this.#keys.sign)
    if (entropy === null) return err('damaged')
    try {
      const purseKeys = await pursePrivateKeys(entropy, indexes)
      try {
        // Deriving took a while: nothing is sealed under erased keys.
        this.#assertOpen()
        return ok(purseKeys.map(({ index, key }) => ({ index, key: sealAddedPurse(this.#keys.view, index, key) })))
      } finally {
        for (const { key } of purseKeys) key.fill(0)
      }
    } finally {
      entropy.fill(0)
    }
  }

  /** Erases the keys. */
  wipe(): void {
    this.#wiped = true
    wipeKeys(this.#keys)
  }

  async #add(record: VaultRecord, header: SlotHeader, factor: Factor): Promise<AddedSlot> {
    if (record.id !== this.#vaultId) throw new Error('The record is of another vault.')
    if (!hasRoom(record)) throw new Error('The vault has as many key slots as it can hold.')
    const key = await wrappingKey(header, factor)
    if (key === null) throw new Error('No key comes of this factor.')
    try {
      // Deriving took a while: erased keys must not be wrapped.
      this.#assertOpen()
      const slot = closeSlot(this.#vaultId, header, key, this.#keys)
      return { record: { ...record, slots: [...record.slots, slot] }, slot: slot.id }
    } finally {
      key.fill(0)
    }
  }

  #assertOpen(): void {
    if (this.#wiped) throw new LockedError()
  }
}
