import { err, ok, type Result } from '../core/result'
import { mostSlots, type KeySlot, type VaultRecord } from './record'

/** Whether another slot may be added. */
export const hasRoom = (record: VaultRecord): boolean => record.slots.length < mostSlots

/**
 * Whether the vault may lose this slot: another must remain that is not a recovery code, which lies on paper
 * in a drawer and is no everyday way in. False for a slot that is not there.
 */
export const isRemovable = (record: VaultRecord, slot: string): boolean => removeSlot(record, slot).ok

/** The record without this slot. The keys stay the same: a copy of the record made earlier still opens with it. */
export function removeSlot(record: VaultRecord, slot: string): Result<VaultRecord, 'unknown-slot' | 'last-slot'> {
  const slots = record.slots.filter(({ id }) => id !== slot)
  if (slots.length === record.slots.length) return err('unknown-slot')
  return slots.some(({ kind }) => kind !== 'recovery') ? ok({ ...record, slots }) : err('last-slot')
}

/** The record with a slot in the place of the one that had its id. */
export function replaceSlot(record: VaultRecord, slot: KeySlot): VaultRecord {
  return { ...record, slots: record.slots.map((old) => (old.id === slot.id ? slot : old)) }
}
