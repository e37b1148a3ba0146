import { seal, unseal } from './aead'
import { fromBase64, toBase64 } from './bytes'

/** Seals under a key of one purpose, in base64. Erases the key. */
export function sealPart(key: Uint8Array, plaintext: Uint8Array, context: Uint8Array): string {
  const text = toBase64(seal(key, plaintext, context))
  key.fill(0)
  return text
}

/** Opens what sealPart gave; null when anything is not as it was. Erases the key. */
export function openPart(key: Uint8Array, text: string, context: Uint8Array): Uint8Array | null {
  const sealed = fromBase64(text)
  const plaintext = sealed === null ? null : unseal(key, sealed, context)
  key.fill(0)
  return plaintext
}
