import type { Sealer } from '../../vault/sealer'
import { labelRepository, type LabelRepository } from '../labels'
import { purchaseRepository, type PurchaseRepository } from '../purchases'
import type { FarthingDatabase } from '../schema'
import { HistoryBook } from './history-book'
import { HistoryReader } from './history-reader'

export interface HistoryDesk {
  readonly purchases: PurchaseRepository
  readonly labels: LabelRepository
  readonly history: HistoryBook
}

const never = (): Promise<void> => new Promise(() => undefined)

/** The history as one worker has it. By default somebody who looks waits for all of it. */
export function historyDesk(db: FarthingDatabase, sealer: Sealer, { patience = never, rest = async () => undefined }: Partial<{ patience: () => Promise<void>; rest: () => Promise<void> }> = {}): HistoryDesk {
  const purchases = purchaseRepository(db, sealer)
  const labels = labelRepository(db, sealer)
  const reader = new HistoryReader(db, sealer, purchases, labels, rest)
  return { purchases, labels, history: new HistoryBook(reader, patience) }
}
