import { err, ok, type Result } from '../core/result'
import { subkey } from './aead'
import { canonicalBytes } from './bytes'
import type { Factor } from './factor'
import { unwrapKeys, wipeKeys, type VaultKeys } from './keys'
import { Keyring } from './keyring'
import type { KeySlot, VaultRecord } from './record'
import type { RecordV1, SlotV1 } from './record-v1'
import { sealPurse } from './sealed-parts'
import { openPart } from './sealed-text'
import { closeSlot } from './slot'
import { wrappingKey } from './wrapping-key'

/** What a record of format 1 becomes, and what its password opened. The caller erases the keys. */
interface Migrated {
  readonly record: VaultRecord
  readonly slot: KeySlot
  readonly keys: VaultKeys
}

/**
 * Opens a vault of format 1 and writes it anew in the current format: same keys, same seed, same password;
 * slot and purse are wrapped afresh, and the address of the purse is no longer in it.
 */
export async function migrate(record: RecordV1, factor: Factor): Promise<Result<Migrated, 'wrong-factor' | 'damaged'>> {
  const [slot] = record.slots
  const key = await wrappingKey(slot, factor)
  const keys = key === null ? null : unwrapKeys(key, slot.wrapped, slotContext(record.id, slot))
  if (key === null || keys === null) {
    key?.fill(0)
    return err('wrong-factor')
  }
  const migrated = rewrite(record, key, keys)
  key.fill(0)
  if (migrated !== null) return ok(migrated)
  wipeKeys(keys)
  return err('damaged')
}

/** As openPurse, for a record of format 1. */
export function openPurseV1(record: RecordV1, viewKey: Uint8Array): Keyring | null {
  const purseKey = openPurseKey(record, viewKey)
  if (purseKey !== null) return new Keyring(viewKey, purseKey, record.purse.address)
  viewKey.fill(0)
  return null
}

function rewrite(old: RecordV1, key: Uint8Array, keys: VaultKeys): Migrated | null {
  const purseKey = openPurseKey(old, keys.view)
  if (purseKey === null) return null
  const slot = closeSlot(old.id, old.slots[0], key, keys)
  const purse = { key: sealPurse(old.id, keys.view, purseKey) }
  purseKey.fill(0)
  return { record: { format: 2, id: old.id, slots: [slot], seed: old.seed, purse }, slot, keys }
}

const openPurseKey = ({ id, purse }: RecordV1, viewKey: Uint8Array): Uint8Array | null =>
  openPart(subkey(viewKey, 'purse'), purse.key, canonicalBytes(['farthing/purse/1', id, purse.address]))

function slotContext(vaultId: string, { id, kind, createdAt, kdf }: SlotV1): Uint8Array {
  const cost = [kdf.algorithm, String(kdf.memoryKiB), String(kdf.iterations), String(kdf.parallelism), kdf.salt]
  return canonicalBytes(['farthing/slot/1', vaultId, id, kind, String(createdAt), ...cost])
}
