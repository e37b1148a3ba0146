import type { Address, Hex } from '../core/hex'
import type { NetworkId } from '../core/networks/networks'

/** How a shop is set up. Everything else has a value that is right for most. */
export interface ShopOptions {
  /** As readers know it: "Ada’s Essays". */
  readonly name: string
  /** Where readers see it, behind whatever stands before it: "https://ada.example". */
  readonly origin: string
  /** The account that is paid. The money goes there directly: the shop never holds it. */
  readonly payTo: Address
  readonly network: NetworkId
  /** Base address of a payment service (an x402 facilitator). */
  readonly facilitator: string
  /** JSON-RPC of the chain; the network's own public one where none is named. */
  readonly endpoint?: string
  /** Where the books are: a folder, or `postgres://…`. See state/database.ts. */
  readonly books: string
  /** The key of `payTo`, where the shop may have it: signs prices and receipts, and pays back. Without it neither is done here. */
  readonly key?: Hex
  /** Prices of tips in the order they are shown, atomic units. Absent: no tips are taken. */
  readonly tips?: { readonly title: string; readonly prices: readonly [bigint, ...bigint[]] }
  readonly refunds?: RefundTerms
  /** Takes what the author should know, a line each. Absent: it goes to the error output. */
  readonly log?: (line: string) => void
}

/** What is promised to those who want their money back. */
export interface RefundTerms {
  /** Seconds after the payment. */
  readonly windowSeconds: number
  readonly partialRefunds: boolean
  /** Where people are written to, and where it is explained. */
  readonly contact?: string
  readonly policyUrl?: string
}

/** Everything the shop answers itself lies under here, next to the site's own pages. */
export const base = '/farthing'
export const paths = {
  /** `${parts}/<number of the tag><path of the page>`: what a tag holds back. */
  parts: `${base}/parts`,
  tip: `${base}/tip`,
  refunds: `${base}/refunds`,
  desk: `${base}/desk`,
  script: `${base}/pay-wall.js`,
  /** The one-shot service worker: its scope is the whole site (`Service-Worker-Allowed`). */
  worker: `${base}/pay-wall-worker.js`,
  disputes: '/.well-known/x402-dispute.json',
} as const

/** A part of the shop that answers some addresses. @returns null for those that are not its own */
export type Routes = (request: Request) => Promise<Response | null>
