export interface WalletView {
  /** 'damaged': what is stored can no longer be read, nor its copy; the twelve words bring the money back. */
  readonly state: 'none' | 'locked' | 'unlocked' | 'damaged'
  /** False until the reader has proved to have written down the twelve words. */
  readonly backedUp: boolean
  /** How the wallet can be opened; empty when there is none. */
  readonly ways: readonly Way[]
  /** While wrong attempts are being slowed: when the next one is allowed. Null when one may be made now. */
  readonly waitUntil: number | null
  /** A PIN opens it too, until the browser is closed. */
  readonly pin: boolean
}

export type SlotKind = 'password' | 'passkey' | 'password+passkey' | 'recovery'

/** What opened the wallet. 'made': it was made, or brought back, just then. */
export type OpenedBy = SlotKind | 'pin' | 'made'

/** One way to open the wallet, as anybody at this device may know it. */
export interface Way {
  readonly slot: string
  readonly kind: SlotKind
  /** Present when a passkey takes part: what to ask it. */
  readonly passkey: { readonly credential: string; readonly salt: string; readonly rpId: string | null } | null
}

/** What a fresh proof is asked for. */
export interface StepUpView {
  readonly id: string
  /** What it allows, in a sentence written by the worker: "Show the twelve words of this wallet." */
  readonly sentence: string
  readonly ways: readonly Way[]
  /** The confirmation code is asked for as well. */
  readonly code: boolean
}

export interface SecurityView {
  readonly slots: readonly (Way & { readonly name: string; readonly createdAt: number; readonly removable: boolean })[]
  /** Since when the wallet is open, and what opened it. `at` is milliseconds since 1970. */
  readonly session: { readonly at: number; readonly how: OpenedBy }
  readonly pin: boolean
  /** Whether a confirmation code is asked for with every proof. */
  readonly code: boolean
  /** When it is time to see whether the twelve words were written down; null when they were shown to be, lately. */
  readonly drillDueAt: number | null
  /** Newest first, at most 50. */
  readonly events: readonly { readonly at: number; readonly kind: 'unlocked' | 'failed' | 'slot-added' | 'slot-removed' | 'words-shown' | 'proved' | 'words-right' | 'words-wrong' | 'code-added' | 'code-removed' | 'pin-destroyed' | 'backup-made' | 'backup-restored' | 'books-saved' | 'books-given' | 'forgotten'; readonly way: SlotKind | null; readonly about?: string | undefined }[]
}
