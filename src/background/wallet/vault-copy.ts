import * as v from 'valibot'
import { browser } from '../../platform/browser'
import type { StoredVault } from '../../store/vault-repository'

const key = 'vault-copy'
const schema = v.object({ record: v.unknown(), backedUp: v.boolean() })

/**
 * A second copy of the vault, sealed as the first, in another of the browser's stores: when the database is damaged
 * or gone, the wallet still opens. It follows every change, and is put away before one, so that a way in that was
 * removed never lives on in it.
 */
export class VaultCopy {
  async read(): Promise<StoredVault | null> {
    const read = v.safeParse(schema, (await browser.storage.local.get(key))[key])
    return read.success ? read.output : null
  }

  async write({ record, backedUp }: StoredVault): Promise<void> {
    await browser.storage.local.set({ [key]: { record, backedUp } })
  }

  async clear(): Promise<void> {
    await browser.storage.local.remove(key)
  }
}
