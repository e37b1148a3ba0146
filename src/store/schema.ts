import { Dexie, type EntityTable, type Table } from 'dexie'

/** A purchase: its snapshot sealed, and beside it only what may be known by anybody who copies the disk. */
export interface PurchaseRow {
  readonly id: string
  /** 1, 2, 3…: the sequence in which purchases were begun, and no time. */
  readonly order: number
  /** Keyed hash of what is bought. */
  readonly resourceTag: string
  /** 1 while money may still move or content is still due. */
  readonly live: 0 | 1
  /** Sealed Purchase. */
  readonly body: Uint8Array
}

/** One event in the life of a purchase. Written once, never changed. */
export interface JournalRow {
  readonly purchaseId: string
  /** 0, 1, 2… without gaps. */
  readonly seq: number
  /** Sealed PurchaseEvent. */
  readonly body: Uint8Array
}

/** A fragment that was bought. */
export interface ContentRow {
  readonly resourceTag: string
  /** Sealed Content. */
  readonly body: Uint8Array
}

/** Harmless settings, readable while the wallet is locked. Validated on the way out. */
export interface SettingsRow {
  readonly id: 'settings'
  readonly value: unknown
}

/** The one vault. Its record is checked by the vault itself. */
export interface VaultRow {
  readonly id: 'vault'
  readonly record: unknown
  readonly backedUp: boolean
}

/**
 * Everything Farthing keeps, in the extension's own origin where no page and no content script can read.
 * A change of the tables is another numbered `version` below the last, with an `upgrade` for rows that exist;
 * a version that was shipped is never edited.
 */
export class FarthingDatabase extends Dexie {
  declare readonly vault: EntityTable<VaultRow, 'id'>
  declare readonly purchases: EntityTable<PurchaseRow, 'id'>
  declare readonly journal: Table<JournalRow, [string, number]>
  declare readonly contents: EntityTable<ContentRow, 'resourceTag'>
  declare readonly settings: EntityTable<SettingsRow, 'id'>

  constructor(name: string) {
    // 'strict': a purchase is on the disk, not in a buffer of the system, before its signature leaves.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
    this.version(1).stores({
      vault: 'id',
      purchases: 'id, &order, resourceTag, live',
      journal: '[purchaseId+seq]',
      contents: 'resourceTag',
      settings: 'id',
    })
  }
}

/** The database of this profile. Opens by itself at its first use. */
export const openDatabase = (): FarthingDatabase => new FarthingDatabase('farthing')
