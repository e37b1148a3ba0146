import type { Badge, NoticeKind } from '../../core/notices/kinds'
import type { NetworkId } from '../../core/networks/networks'

export interface Settings {
  readonly network: NetworkId
  readonly testNetworks: boolean
  /** The reader's own chain endpoint per network; absent means the network's default. */
  readonly endpoints: Partial<Record<NetworkId, string>>
  /** ISO 4217 code prices are shown in. */
  readonly currency: string
  /** What getting dollars costs the reader, by their own figure, in basis points; 0 where they gave none. */
  readonly fundingBps: number
  /** Minutes without use before the wallet locks itself. */
  readonly autoLockMinutes: number
  /** Whether the fee card appears in pages; the badge stays either way. */
  readonly cardInPages: boolean
  /** Where Farthing looks for prices: every site, or only when its button is clicked. */
  readonly access: 'everywhere' | 'on-click'
  /** Atomic units; payments above it ask for a fresh proof. Null: none does. */
  readonly askAbove: string | null
  /** The payment service that brings tips for bare accounts to the chain; null: none, and they are not given. */
  readonly tipService: string | null
  /** Where signed policies are fetched from (docs/POLICY.md); null: nobody is asked. */
  readonly policyHost: string | null
  /** Whether a page that was bought is kept on this device once it has come. */
  readonly keepCopies: boolean
  /** How much room such copies take at most, in megabytes. */
  readonly copiesMegabytes: 50 | 100 | 250 | 500 | 1000
  /** What the reader does not want to be told of outside of pages. */
  readonly quiet: readonly NoticeKind[]
  /** What the number on the toolbar button is about. */
  readonly badge: Badge
}
