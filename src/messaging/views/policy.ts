import type { TextId } from '../../core/policy/documents'

/** How the wallet decides, and what is new about that. Sentences are the worker's. */
export interface PolicyView {
  /** 'never': this build has no keys that anything could be vouched for with. */
  readonly updates: 'never' | 'off' | 'on'
  /** The mirror, as the reader wrote it. */
  readonly host: string | null
  /** Milliseconds since 1970, null for never: when it was last looked, and when somebody last answered. */
  readonly lookedAt: number | null
  readonly reachedAt: number | null
  /** What holds, one thing a sentence. */
  readonly holds: { readonly limits: readonly string[]; readonly watch: readonly string[]; readonly networks: readonly string[] }
  /** The reader has set limits: what a policy says of limits is not gone by. */
  readonly ownLimits: boolean
  /** The number of the policy, the end of it in milliseconds since 1970, and whether that is over. */
  readonly policy: { readonly seq: number; readonly until: number; readonly old: boolean } | null
  /** Of which day its rates are, and whether its list of sites is gone by. Null where there are no feeds. */
  readonly feeds: { readonly ratesOf: string | null; readonly until: number; readonly old: boolean } | null
  readonly faults: readonly string[]
  /** What waits for a yes, and which texts there are to be read for it; null for nothing. */
  readonly waiting: { readonly hash: string; readonly seq: number; readonly changes: readonly string[]; readonly texts: readonly TextId[]; readonly why: readonly string[] } | null
  /** How many changes the reader has not seen. */
  readonly unseen: number
  /** What has changed in a month, in milliseconds since 1970; null where nothing has. */
  readonly digest: { readonly from: number; readonly to: number; readonly lines: readonly string[]; readonly seen: boolean } | null
  readonly history: readonly PolicyEntryView[]
  /** Listed sites that the reader has opened. */
  readonly opened: readonly { readonly site: string; readonly at: number }[]
}

export interface PolicyEntryView {
  readonly role: 'root' | 'policy'
  readonly seq: number
  readonly at: number
  readonly applied: readonly string[]
  readonly asked: readonly string[]
  readonly why: readonly string[]
  readonly answer: 'agreed' | 'declined' | null
}

/** A text in the place of one that the wallet came with, or one that the reader is asked about. */
export interface PolicyTextView {
  readonly id: TextId
  /** "de", "pt-BR" */
  readonly lang: string
  /** Of which day it is. */
  readonly version: string
  readonly isOffered: boolean
  /** core/policy/text; null where it is not on this device. */
  readonly body: string | null
}
