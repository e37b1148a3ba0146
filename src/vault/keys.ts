import { concatBytes, randomBytes } from '@noble/hashes/utils.js'
import { keyLength, seal, unseal } from './aead'
import { fromBase64, toBase64 } from './bytes'

/** The two random keys of a vault. The view key opens rows and the purse; the sign key opens the seed. */
export interface VaultKeys {
  readonly view: Uint8Array
  readonly sign: Uint8Array
}

export const newKeys = (): VaultKeys => ({ view: randomBytes(keyLength), sign: randomBytes(keyLength) })

export function wipeKeys(keys: VaultKeys): void {
  keys.view.fill(0)
  keys.sign.fill(0)
}

/** View key ‖ sign key, sealed under the wrapping key, in base64. */
export function wrapKeys(wrappingKey: Uint8Array, keys: VaultKeys, context: Uint8Array): string {
  const plain = concatBytes(keys.view, keys.sign)
  const wrapped = toBase64(seal(wrappingKey, plain, context))
  plain.fill(0)
  return wrapped
}

/** The keys, or null when wrapping key or context is another or a byte was changed: these cannot be told apart. */
export function unwrapKeys(wrappingKey: Uint8Array, wrapped: string, context: Uint8Array): VaultKeys | null {
  const sealed = fromBase64(wrapped)
  const plain = sealed === null ? null : unseal(wrappingKey, sealed, context)
  if (plain === null) return null
  const keys = { view: plain.slice(0, keyLength), sign: plain.slice(keyLength) }
  plain.fill(0)
  return keys
}
