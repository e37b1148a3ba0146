import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { bytesToHex } from '@noble/hashes/utils.js'
import { keyIdOf } from '../../src/core/policy/envelope'

/** The public half of a key, and the name it has in documents. */
export interface PublicKey {
  readonly id: string
  /** 32 bytes as hex. */
  readonly key: string
}

/** How many bytes stand before a public key of this kind (RFC 8410). */
const prefixLength = 12

/**
 * Makes an Ed25519 key and writes it to a file that only its owner reads, under a passphrase (PKCS #8).
 * @throws where the file is there already: a key is never written over
 */
export function makeKey(file: string, passphrase: string): PublicKey {
  if (passphrase.length < 12) throw new Error('A passphrase has at least twelve characters.')
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase })
  writeFileSync(file, pem, { flag: 'wx', mode: 0o600 })
  return publicKeyOf(privateKey)
}

/** @throws where the file is no such key, or the passphrase is not its own */
export function openKey(file: string, passphrase: string): KeyObject {
  const key = createPrivateKey({ key: readFileSync(file), passphrase })
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} is no Ed25519 key.`)
  return key
}

export function publicKeyOf(key: KeyObject): PublicKey {
  const bytes = new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(prefixLength))
  return { id: keyIdOf(bytes), key: bytesToHex(bytes) }
}
