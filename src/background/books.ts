import type { Address } from '../core/hex'
import type { NetworkId } from '../core/networks/networks'
import type { Asset } from '../core/spending/reserved'
import { backupRepository, type BackupRepository } from '../store/backup'
import { copyRepository, type CopyRepository } from '../store/copies'
import { contentRepository, type ContentRepository } from '../store/contents'
import { DisputeRepository } from '../store/disputes'
import { ExportLinesStore } from '../store/export-lines'
import { takeInventory, type Inventory } from '../store/inventory'
import { HistoryBook } from '../store/history/history-book'
import { HistoryReader } from '../store/history/history-reader'
import { keepsakes, type Keepsakes } from '../store/keepsakes'
import { looking } from '../store/looking'
import { labelRepository, type LabelRepository } from '../store/labels'
import { payeeRepository, type PayeeRepository } from '../store/payees'
import type { FarthingDatabase } from '../store/schema'
import { securityLog, type SecurityLog } from '../store/security-log'
import { purchaseRepository, type PurchaseRepository } from '../store/purchases'
import type { Keyring } from '../vault/keyring'
import { LockedError } from '../vault/locked-error'
import { Purses } from './purses/purses'
import type { WalletSession } from './wallet/wallet-session'

/** What the wallet remembers, readable only while it is unlocked. */
export interface Books {
  readonly keyring: Keyring
  readonly purchases: PurchaseRepository
  /** What the reader wrote beside payments. */
  readonly labels: LabelRepository
  /** All payments, to be looked through. */
  readonly history: HistoryBook
  /** Of the export document: what is kept ready of it. */
  readonly exportLines: ExportLinesStore
  readonly disputes: DisputeRepository
  readonly contents: ContentRepository
  readonly copies: CopyRepository
  /** The plaintext index of a resource: a keyed hash, which tells nothing without the key. */
  tag(asset: Asset, resource: string): string
  readonly payees: PayeeRepository
  /** What a payee is known by: a keyed hash, as for resources. */
  payeeTag(network: NetworkId, payTo: Address): string
  readonly security: SecurityLog
  readonly keepsakes: Keepsakes
  readonly purses: Purses
  readonly backup: BackupRepository
  /** Runs `work`, which asks nobody but these books, in one look at the disk: each look of its own takes longer than what it reads. */
  look<T>(work: () => Promise<T>): Promise<T>
  /** How much is kept of what. */
  inventory(): Promise<Inventory>
}

export type OpenBooks = () => Promise<Books | null>

/** The books, and what is done with them when the wallet is locked: what they hold in memory is let go of at once. */
export type ShutBooks = OpenBooks & { shut(): void }

/** How long somebody who looks through the history waits for all of it, in milliseconds. */
const historyPatience = 30
/** So many parts are not read in that time: then nobody waits for it. */
const manyParts = 8
/** So long the page that shows the first payments has the machine for itself, in milliseconds. */
const shownAfter = 120

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Lets others of this worker have their turn. Timers in a row are put off by four milliseconds each; a message is not. */
const rest = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

export function booksOf(db: FarthingDatabase, wallet: WalletSession): ShutBooks {
  let opened: { readonly books: Books; readonly ready: Promise<unknown> } | null = null
  const shut = (): void => {
    opened?.books.history.close()
    opened = null
  }
  const open: OpenBooks = async () => {
    const keyring = await wallet.keyring()
    if (opened === null || opened.books.keyring !== keyring) {
      shut()
      if (keyring === null) return null
      const books = openBooks(db, keyring)
      // With every purse open: what is agreed to is signed by whichever pays.
      opened = { books, ready: books.purses.all() }
    }
    const { books, ready } = opened
    try {
      await ready
      return books
    } catch (fault) {
      shut()
      if (fault instanceof LockedError) return null
      throw fault
    }
  }
  return Object.assign(open, { shut })
}

function openBooks(db: FarthingDatabase, keyring: Keyring): Books {
  const { sealer } = keyring
  const purchases = purchaseRepository(db, sealer)
  const labels = labelRepository(db, sealer)
  const kept = keepsakes(db, sealer)
  const historyReader = new HistoryReader(db, sealer, purchases, labels, rest)
  return {
    keyring,
    purchases,
    labels,
    history: new HistoryBook(historyReader, (left) => (left > manyParts ? Promise.resolve() : wait(historyPatience)), (left) => (left > manyParts ? wait(shownAfter) : Promise.resolve())),
    exportLines: new ExportLinesStore(db, sealer),
    disputes: new DisputeRepository(db, sealer),
    contents: contentRepository(db, sealer),
    copies: copyRepository(db, sealer),
    tag: ({ network, asset }, resource) => sealer.tag('resource', JSON.stringify([network, asset, resource])),
    payees: payeeRepository(db),
    payeeTag: (network, payTo) => sealer.tag('payee', JSON.stringify([network, payTo])),
    security: securityLog(db, sealer),
    keepsakes: kept,
    purses: new Purses(keyring, kept.purses),
    backup: backupRepository(db, sealer),
    look: (work) => looking(db, [db.purchases, db.journal, db.values, db.sites, db.disputes, db.payees], work),
    inventory: () => takeInventory(db),
  }
}
