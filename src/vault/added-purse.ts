import { subkey } from './aead'
import { canonicalBytes } from './bytes'
import { openPart, sealPart } from './sealed-text'

/** A purse beside the first, as it is stored: `key` opens in this vault's keyring only (Keyring.openPurse). */
export interface SealedPurse {
  /** Which account of the twelve words: 1 to 7. */
  readonly index: number
  /** The sealed private key, in base64. */
  readonly key: string
}

/** Seals the private key of a purse beside the first under the view key, which is the vault's own and no other's. */
export const sealAddedPurse = (viewKey: Uint8Array, index: number, purseKey: Uint8Array): string =>
  sealPart(subkey(viewKey, 'added-purse'), purseKey, addedPurseContext(index))

/** What sealAddedPurse sealed, or null when it is another purse's or vault's, or was changed. The caller erases it. */
export const openAddedPurse = (viewKey: Uint8Array, index: number, sealed: string): Uint8Array | null =>
  openPart(subkey(viewKey, 'added-purse'), sealed, addedPurseContext(index))

const addedPurseContext = (index: number): Uint8Array => canonicalBytes(['farthing/added-purse/1', String(index)])
