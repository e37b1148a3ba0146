import type { FarthingDatabase } from './schema'

export interface StoredVault {
  /** Checked by the vault when it is opened, and not before: a damaged record is still a vault, never the lack of one. */
  readonly record: unknown
  /** True once the reader has proved to have the twelve words. */
  readonly backedUp: boolean
}

export interface VaultRepository {
  /** Null when no vault was ever made. */
  read(): Promise<StoredVault | null>
  /** Rejects when there is a vault already: none is ever overwritten. */
  create(vault: StoredVault): Promise<void>
  markBackedUp(): Promise<void>
  /** Puts `next` in the place of exactly `current`; false, and nothing changed, when another record is there by now. */
  replace(current: unknown, next: unknown): Promise<boolean>
  /** The keys are gone with it: nothing that was sealed with them is ever opened again. */
  clear(): Promise<void>
}

export function vaultRepository(db: FarthingDatabase): VaultRepository {
  return {
    async read() {
      const row = await db.vault.get('vault')
      return row === undefined ? null : { record: row.record, backedUp: row.backedUp }
    },
    async create({ record, backedUp }) {
      await db.vault.add({ id: 'vault', record, backedUp })
    },
    async markBackedUp() {
      await db.vault.update('vault', { backedUp: true })
    },
    clear: () => db.vault.clear(),
    replace: (current, next) =>
      db.transaction('rw', [db.vault], async () => {
        const row = await db.vault.get('vault')
        if (row === undefined || JSON.stringify(row.record) !== JSON.stringify(current)) return false
        await db.vault.put({ ...row, record: next })
        return true
      }),
  }
}
