import type { Address } from '../core/hex'
import type { NetworkId } from '../core/networks/networks'
import type { Asset } from '../core/spending/reserved'
import { backupRepository, type BackupRepository } from '../store/backup'
import { contentRepository, type ContentRepository } from '../store/contents'
import { takeInventory, type Inventory } from '../store/inventory'
import { HistoryBook } from '../store/history/history-book'
import { keepsakes, type Keepsakes } from '../store/keepsakes'
import { labelRepository, type LabelRepository } from '../store/labels'
import { payeeRepository, type PayeeRepository } from '../store/payees'
import type { FarthingDatabase } from '../store/schema'
import { securityLog, type SecurityLog } from '../store/security-log'
import { purchaseRepository, type PurchaseRepository } from '../store/purchases'
import type { Keyring } from '../vault/keyring'
import type { WalletSession } from './wallet/wallet-session'

/** What the wallet remembers, readable only while it is unlocked. */
export interface Books {
  readonly keyring: Keyring
  readonly purchases: PurchaseRepository
  /** What the reader wrote beside payments. */
  readonly labels: LabelRepository
  /** All payments, to be looked through. */
  readonly history: HistoryBook
  readonly contents: ContentRepository
  /** The plaintext index of a resource: a keyed hash, which tells nothing without the key. */
  tag(asset: Asset, resource: string): string
  readonly payees: PayeeRepository
  /** What a payee is known by: a keyed hash, as for resources. */
  payeeTag(network: NetworkId, payTo: Address): string
  readonly security: SecurityLog
  readonly keepsakes: Keepsakes
  readonly backup: BackupRepository
  /** How much is kept of what. */
  inventory(): Promise<Inventory>
}

export type OpenBooks = () => Promise<Books | null>

export function booksOf(db: FarthingDatabase, wallet: WalletSession): OpenBooks {
  let opened: Books | null = null
  return async () => {
    const keyring = await wallet.keyring()
    if (keyring === null) return (opened = null)
    if (opened?.keyring === keyring) return opened
    const { sealer } = keyring
    const purchases = purchaseRepository(db, sealer)
    const labels = labelRepository(db, sealer)
    opened = {
      keyring,
      purchases,
      labels,
      history: new HistoryBook(purchases, labels),
      contents: contentRepository(db, sealer),
      tag: ({ network, asset }, resource) => sealer.tag('resource', JSON.stringify([network, asset, resource])),
      payees: payeeRepository(db),
      payeeTag: (network, payTo) => sealer.tag('payee', JSON.stringify([network, payTo])),
      security: securityLog(db, sealer),
      keepsakes: keepsakes(db, sealer),
      backup: backupRepository(db, sealer),
      inventory: () => takeInventory(db),
    }
    return opened
  }
}
