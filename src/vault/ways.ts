import type { Passkey, SlotKind } from './factor'
import { readRecord, type SlotHeader } from './record'
import { readRecordV1 } from './record-v1'

/** One way to open the vault, as anybody may know it who can read the record. */
export interface Way {
  readonly slot: string
  readonly kind: SlotKind
  /** Present when a passkey takes part: what to ask it. */
  readonly passkey: Passkey | null
}

/** The ways to open a stored vault of any format, oldest first; none when it is damaged. */
export function waysOf(stored: unknown): readonly Way[] {
  const slots = readRecord(stored)?.slots ?? readRecordV1(stored)?.slots ?? []
  return slots.map(wayOf)
}

const wayOf = (slot: SlotHeader): Way => ({ slot: slot.id, kind: slot.kind, passkey: 'passkey' in slot ? slot.passkey : null })
