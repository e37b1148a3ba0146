import { addressOf } from './account'
import { subkey } from './aead'
import { canonicalBytes } from './bytes'
import { Keyring } from './keyring'
import type { VaultRecord } from './record'
import { openPart, sealPart } from './sealed-text'

/** Seals the BIP-39 entropy under the sign key. */
export const sealSeed = (vaultId: string, signKey: Uint8Array, entropy: Uint8Array): string =>
  sealPart(subkey(signKey, 'seed'), entropy, seedContext(vaultId))

/** The BIP-39 entropy, or null when the sign key is another or a byte was changed. The caller erases it. */
export const openSeed = ({ id, seed }: VaultRecord, signKey: Uint8Array): Uint8Array | null =>
  openPart(subkey(signKey, 'seed'), seed, seedContext(id))

/** Seals the private key of the purse under the view key. */
export const sealPurse = (vaultId: string, viewKey: Uint8Array, purseKey: Uint8Array): string =>
  sealPart(subkey(viewKey, 'purse'), purseKey, purseContext(vaultId))

/** Takes the view key over; erases it when the purse does not open. */
export function openPurse({ id, purse }: VaultRecord, viewKey: Uint8Array): Keyring | null {
  const purseKey = openPart(subkey(viewKey, 'purse'), purse.key, purseContext(id))
  if (purseKey !== null) return new Keyring(viewKey, purseKey, addressOf(purseKey))
  viewKey.fill(0)
  return null
}

/** Unchanged since format 1: the seed was sealed the same way. */
const seedContext = (vaultId: string): Uint8Array => canonicalBytes(['farthing/seed/1', vaultId])
const purseContext = (vaultId: string): Uint8Array => canonicalBytes(['farthing/purse/2', vaultId])
