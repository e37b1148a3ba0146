import { Buffer } from 'node:buffer'
import { fromBase64 } from './bytes'
import type { Factor, NewSlot, SlotKind } from './factor'
import type { VaultRecord } from './record'
import { createVault, openVault, type OpenVault } from './vault'

/** The least Argon2 cost that the vault accepts. */
export const kdf = { memoryKiB: 19 * 1024, iterations: 1 }
export const password = 'correct horse, wrong stable'
export const now = Date.UTC(2026, 0, 2)
export const options = { kdf }

export function value<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string }): T {
  if (!result.ok) throw new Error(result.error)
  return result.value
}

/** Base64 of `length` bytes that begin with `first`. */
export const someBytes = (length: number, first: number): string => Buffer.from(Uint8Array.from({ length }, (_, at) => (first + at) & 255)).toString('base64')

const passkey = { credential: someBytes(20, 1), salt: someBytes(32, 2), rpId: null }
export const passkeySlot: NewSlot & { kind: 'passkey' } = { kind: 'passkey', ...passkey, prf: someBytes(32, 100) }
export const bothSlot: NewSlot & { kind: 'password+passkey' } = {
  kind: 'password+passkey',
  password: 'two halves of one key',
  ...passkey,
  rpId: 'farthing.example',
  prf: someBytes(32, 150),
}

/** A vault with one slot of each kind, and what opens each. */
export interface FullVault {
  readonly record: VaultRecord
  readonly words: readonly string[]
  readonly address: string
  readonly session: string
  readonly factors: Readonly<Record<SlotKind, Factor>>
  readonly slots: Readonly<Record<SlotKind, string>>
}

export const kinds: readonly SlotKind[] = ['password', 'passkey', 'password+passkey', 'recovery']

export async function fullVault(): Promise<FullVault> {
  const made = await createVault({ password, now, kdf })
  const opened = value(await openVault(made.record, { kind: 'password', password }, options))
  const one = await opened.authority.addSlot(made.record, passkeySlot, now)
  const both = await opened.authority.addSlot(one.record, bothSlot, now)
  const paper = await opened.authority.addRecovery(both.record, now)
  return {
    record: paper.record,
    words: made.words,
    address: made.keyring.address,
    session: made.keyring.toSession(),
    slots: { password: opened.slot, passkey: one.slot, 'password+passkey': both.slot, recovery: paper.slot },
    factors: {
      password: { kind: 'password', password },
      passkey: { kind: 'passkey', slot: one.slot, prf: passkeySlot.prf },
      'password+passkey': { kind: 'password+passkey', slot: both.slot, password: bothSlot.password, prf: bothSlot.prf },
      recovery: { kind: 'recovery', code: paper.code },
    },
  }
}

/** The record with some of its slots only. */
export const only = (record: VaultRecord, ...ids: readonly string[]): VaultRecord => ({
  ...record,
  slots: record.slots.filter(({ id }) => ids.includes(id)),
})

/** What an open vault lets see: enough to tell whether it is the right one, whole. */
export const seen = ({ keyring, authority, record }: OpenVault): { readonly address: string; readonly session: string; readonly words: readonly string[] } => ({
  address: keyring.address,
  session: keyring.toSession(),
  words: value(authority.words(record)),
})

/** Every single-byte change of a base64 text, spelt as valid base64 again. */
export function byteFlips(text: string): readonly string[] {
  const bytes = fromBase64(text) ?? new Uint8Array()
  return Array.from(bytes, (byte, at) => Buffer.from(bytes.with(at, byte ^ 1)).toString('base64'))
}
