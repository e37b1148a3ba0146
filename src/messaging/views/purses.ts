import type { NetworkId } from '../../core/networks/networks'
import type { Link } from '../../core/purses/links'
import type { BalanceView, MoneyView } from './money'

export interface AccountView {
  /** EIP-55 checksummed. */
  readonly address: string
  readonly network: { readonly id: NetworkId; readonly label: string; readonly test: boolean; readonly symbol: string }
  readonly balance: BalanceView
  /** Where there are several purses: what this one is called, and what is in all of them as they were last seen; `unseen` were never looked at. Null where there is one. */
  readonly purses: { readonly name: string; readonly total: MoneyView; readonly unseen: number } | null
}

/** One of the reader's accounts. */
export interface PurseView {
  /** Which account of the twelve words: 0 is the first purse. */
  readonly purse: number
  readonly name: string
  /** EIP-55 checksummed. */
  readonly address: string
  /** What it held when it was last looked at, less what was paid since; null where nobody looked yet. `at`: when, in milliseconds since 1970. */
  readonly seen: { readonly total: MoneyView; readonly available: MoneyView; readonly reserved: MoneyView; readonly at: number | null } | null
  /** Sites that received something from it; registrable domains. */
  readonly paid: readonly string[]
  /** Sites that are paid from it from now on, because the reader said so. */
  readonly sites: readonly string[]
  /** The chain endpoint that is asked about it alone; null for that of all. */
  readonly endpoint: string | null
}

/** The reader's purses, the first one first, and what joins them. */
export interface PursesView {
  readonly network: { readonly label: string; readonly test: boolean; readonly symbol: string }
  readonly purses: readonly PurseView[]
  /** How many there can be. */
  readonly most: number
  /** Whether this wallet knows of all payments of its words: 'whole', it was made here; 'searched', other purses were looked for; 'unknown', they were not. */
  readonly memory: 'whole' | 'searched' | 'unknown'
  /** How many accounts were asked about so far, while other purses are being looked for; null while they are not. */
  readonly looked: number | null
  /** Host of the endpoint that is asked about all purses without one of their own. */
  readonly endpoint: string
  readonly links: readonly Link[]
}
