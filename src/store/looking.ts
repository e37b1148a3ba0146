import { Dexie, type Table, type Transaction } from 'dexie'

/** Something is missing or damaged, and making it again takes a transaction that writes. */
class MustBeMade extends Error {}

/** Called before something is made again. Rejects where the transaction around it only reads. */
export function insistOnWriting(): void {
  // Dexie declares that there always is one.
  const around = Dexie.currentTransaction as Transaction | null
  if (around?.mode === 'readonly') throw new MustBeMade()
}

/**
 * Runs `work` in a transaction that only reads: it waits for no other that reads, nobody waits for it, and nothing goes to the
 * disk. Only where something has to be made again first, it is run once more, in one that writes.
 */
export async function looking<T>(db: Dexie, tables: Table[], work: () => Promise<T>): Promise<T> {
  try {
    return await db.transaction('r', tables, work)
  } catch (fault) {
    if (!(fault instanceof MustBeMade)) throw fault
    return db.transaction('rw', tables, work)
  }
}
