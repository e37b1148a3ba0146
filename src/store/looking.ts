import { Dexie, type Table, type Transaction } from 'dexie'

/** Something is missing or damaged, and making it again takes a transaction that writes. */
class MustBeMade extends Error {}

/** The transaction that this runs in. Dexie declares that there always is one. */
export const around = (): Transaction | null => Dexie.currentTransaction

/** Called before something is made again. Rejects where the transaction around it only reads. */
export function insistOnWriting(): void {
  if (around()?.mode === 'readonly') throw new MustBeMade()
}

/**
 * Runs `work` in a transaction that only reads: it waits for no other that reads, nobody waits for it, and nothing goes to the
 * disk. Only where something has to be made again first, it is run once more, in one that writes. A look within another is part of it.
 */
export async function looking<T>(db: Dexie, tables: Table[], work: () => Promise<T>): Promise<T> {
  if (around() !== null) return work()
  // Dexie stays with its transaction beyond the first promise only for what is written as async.
  const looked = async (): Promise<T> => work()
  try {
    return await db.transaction('r', tables, looked)
  } catch (fault) {
    if (!(fault instanceof MustBeMade)) throw fault
    return db.transaction('rw', tables, looked)
  }
}
