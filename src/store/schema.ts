import { Dexie, type EntityTable, type Table } from 'dexie'
import { noticeChanges } from './history/notice-changes'

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

/** Wrong tries at the door: counts and times, readable while the wallet is locked. Validated on the way out. */
export interface AttemptsRow {
  readonly id: 'attempts'
  readonly value: unknown
}

/** Something that happened at the door. */
export interface EventRow {
  /** 1, 2, 3… */
  readonly order: number
  /** Sealed SecurityEvent. */
  readonly body: Uint8Array
}

/** What the reader calls one way to open the wallet. */
export interface SlotNameRow {
  readonly slot: string
  /** Sealed name. */
  readonly body: Uint8Array
}

/** One value of which there is one, sealed. */
export interface SealedValueRow {
  readonly id: string
  readonly body: Uint8Array
}

/** What the reader wrote beside one payment. */
export interface LabelRow {
  /** Id of the purchase. */
  readonly id: string
  /** Sealed PaymentLabel. */
  readonly body: Uint8Array
}

/** A part of the history, made from the payments (store/history). */
export interface HistoryPartRow {
  /** 0, 1, 2…: which stretch of the sequence of payments it is about; below zero: its sums (store/history/parts.ts). */
  readonly part: number
  /** Sealed entries, or sums. */
  readonly body: Uint8Array
}

/** Lines of the export document, made of the payments of a part of the history and kept ready (store/export-lines.ts). */
export interface ExportLinesRow {
  /** As in HistoryPartRow; below zero while they are being made. The row goes when any of its payments changes, in the same transaction. */
  readonly part: number
  /** Whoever makes them: what was taken away meanwhile, or begun by somebody else, is not written by them. */
  readonly maker: string
  /** Sealed lines; empty while they are being made, or were by an older version. */
  readonly body: Uint8Array
}

/** A payment that has changed since the history was made. */
export interface HistoryChangeRow {
  readonly table: 'purchases' | 'labels'
  /** Id of the payment, '*' for any, '+' for all of a part. */
  readonly id: string
  /** The part it is in; -1 where that is not known. */
  readonly part: number
}

/** Somebody who was paid before: a keyed hash, and nothing else. */
export interface PayeeRow {
  readonly tag: string
}

/** A transfer that counts as the refund of one purchase: a keyed hash, and nothing else. */
export interface RefundRow {
  readonly tag: string
}

/** What is remembered of one site. */
export interface SiteRow {
  /** Keyed hash of network, token and site. */
  readonly tag: string
  /** Sealed SiteMemory. */
  readonly body: Uint8Array
}

/** The copy of something that was bought. */
export interface CopyRow {
  readonly resourceTag: string
  /** What card and parts take on the disk. */
  readonly bytes: number
  /** Sealed CopyCard. */
  readonly body: Uint8Array
}

/** A piece of a copy: its text is part 0, its pictures come after it. */
export interface CopyPartRow {
  readonly resourceTag: string
  readonly part: number
  /** Sealed bytes. */
  readonly body: Uint8Array
}

/** A dispute about a payment. */
export interface DisputeRow {
  readonly id: string
  readonly purchaseId: string
  /** 1 until it is over. */
  readonly open: 0 | 1
  /** Sealed log. */
  readonly body: Uint8Array
}

/** What a seller said about refunds when it was paid. */
export interface SaleTermsRow {
  /** Id of the purchase. */
  readonly id: string
  /** Sealed KeptTerms. */
  readonly body: Uint8Array
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
  declare readonly attempts: EntityTable<AttemptsRow, 'id'>
  declare readonly events: EntityTable<EventRow, 'order'>
  declare readonly slotNames: EntityTable<SlotNameRow, 'slot'>
  declare readonly values: EntityTable<SealedValueRow, 'id'>
  declare readonly payees: EntityTable<PayeeRow, 'tag'>
  declare readonly sites: EntityTable<SiteRow, 'tag'>
  declare readonly labels: EntityTable<LabelRow, 'id'>
  declare readonly history: EntityTable<HistoryPartRow, 'part'>
  declare readonly historyChanges: Table<HistoryChangeRow, [string, string, number]>
  declare readonly exportLines: EntityTable<ExportLinesRow, 'part'>
  declare readonly copies: EntityTable<CopyRow, 'resourceTag'>
  declare readonly copyParts: Table<CopyPartRow, [string, number]>
  declare readonly refunds: EntityTable<RefundRow, 'tag'>
  declare readonly disputes: Table<DisputeRow, [string, string]>
  declare readonly saleTerms: EntityTable<SaleTermsRow, 'id'>

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
    this.version(2).stores({ attempts: 'id', events: 'order', slotNames: 'slot', values: 'id', payees: 'tag' })
    this.version(3).stores({ sites: 'tag' })
    this.version(4).stores({ labels: 'id' })
    this.version(5).stores({ history: 'part', historyChanges: '[table+id+part]' })
    this.version(6).stores({ copies: 'resourceTag', copyParts: '[resourceTag+part]' })
    this.version(7).stores({ refunds: 'tag' })
    this.version(8).stores({ disputes: '[purchaseId+id], id, purchaseId, open', saleTerms: 'id' })
    this.version(9).stores({ exportLines: 'part' })
    this.use(noticeChanges)
  }
}

/** The database of this profile. Opens by itself at its first use. */
export const openDatabase = (): FarthingDatabase => new FarthingDatabase('farthing')
