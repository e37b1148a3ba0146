import type { FarthingDatabase } from './schema'

/** Who was paid before, by keyed hashes that tell nothing without the key. */
export interface PayeeRepository {
  knows(tag: string): Promise<boolean>
  add(tag: string): Promise<void>
}

export function payeeRepository(db: FarthingDatabase): PayeeRepository {
  return {
    knows: async (tag) => (await db.payees.get(tag)) !== undefined,
    add: async (tag) => {
      await db.payees.put({ tag })
    },
  }
}
