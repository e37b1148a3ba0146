import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { keyLength } from './aead'
import { passwordKey, type Argon2Params } from './argon2'
import { fromBase64 } from './bytes'
import type { Factor, SlotKind } from './factor'
import type { SlotHeader } from './record'
import { readRecoveryCode } from './recovery-code'

/** Length of what a passkey gives (WebAuthn PRF extension), in bytes. */
const prfLength = 32

/**
 * The key that a factor gives for a slot, under which the vault's keys are wrapped. Null when the factor is for
 * another kind of slot, or cannot be right for any: nothing has been derived then. The caller erases the key.
 */
export async function wrappingKey(slot: SlotHeader, factor: Factor): Promise<Uint8Array | null> {
  if (!isFor(slot, factor)) return null
  const secret = await secretOf(slot, factor)
  if (secret === null || slot.kind === 'password') return secret
  return mixed(slot.kind, secret, slot.mix)
}

/** Whether the factor may be tried on this slot: half a proof is never tried on a slot that asks for both. */
function isFor(slot: SlotHeader, factor: Factor): boolean {
  return slot.kind === factor.kind && (!('slot' in factor) || factor.slot === slot.id)
}

async function secretOf(slot: SlotHeader, factor: Factor): Promise<Uint8Array | null> {
  switch (factor.kind) {
    case 'password':
      return 'kdf' in slot ? fromPassword(factor.password, slot.kdf) : null
    case 'passkey':
      return fromPasskey(factor.prf)
    case 'password+passkey':
      return 'kdf' in slot ? fromBoth(factor, slot.kdf) : null
    case 'recovery':
      return readRecoveryCode(factor.code)
  }
}

async function fromPassword(password: string, kdf: Argon2Params): Promise<Uint8Array | null> {
  const salt = fromBase64(kdf.salt)
  // No slot is made with an empty password, and the Argon2 library throws on one.
  return salt === null || password === '' ? null : passwordKey(password, kdf, salt)
}

function fromPasskey(text: string): Uint8Array | null {
  const prf = fromBase64(text)
  return prf?.length === prfLength ? prf : null
}

/** Both one after the other, 64 bytes: neither alone says anything about the key they give. */
async function fromBoth({ password, prf }: { readonly password: string; readonly prf: string }, kdf: Argon2Params): Promise<Uint8Array | null> {
  const second = fromPasskey(prf)
  if (second === null) return null
  const first = await fromPassword(password, kdf)
  const both = first === null ? null : concatBytes(first, second)
  first?.fill(0)
  second.fill(0)
  return both
}

/** HKDF-SHA256 (RFC 5869) with the slot's own salt. Erases the secret. */
function mixed(kind: SlotKind, secret: Uint8Array, mix: string): Uint8Array | null {
  const salt = fromBase64(mix)
  const key = salt === null ? null : hkdf(sha256, secret, salt, utf8ToBytes(`farthing/${kind}/1`), keyLength)
  secret.fill(0)
  return key
}
