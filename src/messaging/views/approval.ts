import type { Hex } from '../../core/hex'
import type { Covering } from '../../core/protocols/covers'
import type { DeliveryKind } from '../../core/purchase/purchase'
import type { LimitName } from '../../core/spending/limits'
import type { AllowanceOfferView } from './limits'
import type { FeeLineView, MoneyView } from './money'

/** Another of the seller's prices, and what it is for, where the seller says so. */
export interface OtherPrice {
  readonly price: MoneyView
  readonly covers: Covering | null
}

export interface ApprovalQuote {
  readonly site: { readonly host: string; readonly secure: boolean }
  readonly kind: DeliveryKind
  readonly title: string
  readonly keep: string | null
  /** The bytes of the message to be signed (core/authorization): the page decodes and renders these and sends them back on approval. */
  readonly message: Hex
  readonly token: { readonly symbol: string; readonly decimals: number; readonly label: string }
  readonly feeLines: readonly FeeLineView[]
  /** The name of the purse that pays; null where there is one only. */
  readonly purse: string | null
  readonly balanceAfter: MoneyView
  /** The limit that leaves least, and what it leaves after this; null where this counts already. */
  readonly limitAfter: { readonly limit: LimitName; readonly most: MoneyView; readonly left: MoneyView } | null
  /** Most important first; each a whole sentence. */
  readonly notices: readonly { readonly level: 'care' | 'note'; readonly sentence: string; readonly why?: string | undefined }[]
  /** The reader has to say first that what was noticed is fine. */
  readonly mustConfirm: boolean
  /** How long the seller has, in seconds, once approved. */
  readonly validSeconds: number
  readonly testMoney: boolean
  /** What else the seller takes, at other prices: a month instead of an article, perhaps. At most eight. */
  readonly others: readonly OtherPrice[]
  /** A tip to an account that was never paid before: the reader has to say that it is whom they mean. */
  readonly newPayee: boolean
  /** A note travels with the payment, and whoever gets it can read it. Otherwise the reader's history alone has it. */
  readonly takesNote: boolean
  /** The reader's own amount is asked for, in dollars; null where the page's are. */
  readonly ownAmount: string | null
}

export type ApprovalView =
  | { readonly state: 'gone' }
  | { readonly state: 'locked'; readonly host: string; readonly title: string }
  | { readonly state: 'no-wallet' }
  | { readonly state: 'loading'; readonly host: string; readonly title: string }
  | { readonly state: 'ready'; readonly quote: ApprovalQuote }
  /** Not payable: says so, why, and what the reader can do. */
  | { readonly state: 'refused'; readonly host: string; readonly title: string; readonly sentence: string; readonly remedy: 'retry' | 'top-up' | 'purses' | 'settings' | 'limits' | 'rules' | 'none' }
  /** Bought on `at` (milliseconds since 1970), and the site has forgotten it. It opens again, free, if it may be told who is back. */
  | { readonly state: 'sign-in'; readonly host: string; readonly title: string; readonly at: number }
  | { readonly state: 'working'; readonly host: string; readonly title: string; readonly step: 'paying' | 'sending' | 'delivering' | 'confirming' | 'checking' }
  | { readonly state: 'done'; readonly outcome: 'delivered' | 'undelivered' | 'unknown' | 'refused' | 'not-charged'; readonly sentence: string; readonly paymentId: string; readonly tip: boolean; readonly offer: AllowanceOfferView | null }
