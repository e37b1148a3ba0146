import * as v from 'valibot'
import { networks, type NetworkId } from '../core/networks/networks'
import type { AccountView, ApprovalView, CardView, PageView, PaymentDetail, PaymentRow, Settings, WalletView } from './views'

/**
 * Every message there is. `from` says who may send it: 'page' is a content script on some site
 * (hostile until proved otherwise), 'own' is a document of the extension itself.
 * A handler file of the same name answers it (src/background/handlers).
 * e2e/promises tries every 'own' message from every place a page can reach: a new row is tested by existing.
 */
interface Row<From extends 'page' | 'own', Input extends v.GenericSchema, Output> {
  readonly from: From
  readonly input: Input
  /** Never present: carries the output type. */
  readonly output?: Output
}

const row =
  <Output>() =>
  <From extends 'page' | 'own', Input extends v.GenericSchema>(from: From, input: Input): Row<From, Input, Output> => ({ from, input })

const nothing = v.strictObject({})
const id = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/))
const item = v.pipe(v.string(), v.maxLength(64))
const text = (max: number) => v.pipe(v.string(), v.maxLength(max))
const password = text(1024)
/** What the meter accepts at least; how guessable it is, is judged where it is typed (core/password). */
const newPassword = v.pipe(password, v.minLength(10))
const networkId = v.picklist(networks.map((network) => network.id))

const paywallTag = v.strictObject({
  /** Absolute URL of what is for sale. */
  src: text(2048),
  title: text(300),
  price: v.nullable(text(32)),
  currency: v.nullable(text(8)),
  words: v.nullable(text(16)),
  keep: v.nullable(text(64)),
})

export const contract = {
  /** A page asks for money: it answered 402 itself, or declares `<pay-wall>` tags. */
  'page.found': row<{ readonly card: boolean }>()(
    'page',
    v.strictObject({ status: v.pipe(v.number(), v.integer()), title: text(300), tags: v.pipe(v.array(paywallTag), v.maxLength(20)) }),
  ),
  'card.read': row<CardView | null>()('page', nothing),
  /** Opens the approval; decides nothing. */
  'card.open': row<null>()('page', v.strictObject({ item })),
  'card.dismiss': row<null>()('page', v.strictObject({ item })),
  /** The fragment handed to this page is in place. */
  'fragment.inserted': row<null>()('page', v.strictObject({ item })),

  'wallet.read': row<WalletView>()('own', nothing),
  /** Makes a wallet and returns its twelve words, this once. */
  'wallet.create': row<{ readonly words: readonly string[] }>()('own', v.strictObject({ password: newPassword })),
  'wallet.restore': row<null>()('own', v.strictObject({ words: text(400), password: newPassword })),
  'wallet.confirmBackup': row<null>()('own', nothing),
  'wallet.unlock': row<null>()('own', v.strictObject({ password })),
  'wallet.lock': row<null>()('own', nothing),

  'account.read': row<AccountView>()('own', nothing),

  'settings.read': row<Settings>()('own', nothing),
  'settings.change': row<Settings>()(
    'own',
    v.strictObject({
      network: v.optional(networkId),
      testNetworks: v.optional(v.boolean()),
      endpoint: v.optional(v.strictObject({ network: networkId, url: v.nullable(text(300)) })),
      currency: v.optional(v.picklist(['USD', 'EUR', 'GBP', 'JPY', 'KRW', 'CHF'])),
      autoLockMinutes: v.optional(v.picklist([1, 5, 15, 30, 60])),
      cardInPages: v.optional(v.boolean()),
      access: v.optional(v.picklist(['everywhere', 'on-click'])),
    }),
  ),

  /** What the active tab asks for: the popup's first screen. Looks at the page if nothing has looked yet. */
  'tab.read': row<PageView>()('own', nothing),
  /** Opens the approval for something on the active tab. Returns its id, or null where nothing has to be asked: what is owned opens again, free. */
  'tab.open': row<{ readonly approval: string | null }>()('own', v.strictObject({ item })),

  'approval.read': row<ApprovalView>()('own', v.strictObject({ approval: id })),
  /** Agrees to exactly the message that was shown. */
  'approval.agree': row<ApprovalView>()('own', v.strictObject({ approval: id, message: v.pipe(v.string(), v.regex(/^0x[0-9a-f]{2,2000}$/)) })),
  'approval.decline': row<null>()('own', v.strictObject({ approval: id })),
  /** Asks the server and the chain again. */
  'approval.refresh': row<ApprovalView>()('own', v.strictObject({ approval: id })),

  /** A page of payments, newest first. `next` goes into the next call's `before`; null at the end. */
  'payments.list': row<{ readonly rows: readonly PaymentRow[]; readonly next: number | null }>()(
    'own',
    v.strictObject({ before: v.nullable(v.number()), limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)) }),
  ),
  'payments.read': row<PaymentDetail | null>()('own', v.strictObject({ id })),
  /** Finds out what happened to a payment and fetches what was paid for. Never a second charge. */
  'payments.retry': row<null>()('own', v.strictObject({ id })),
} as const

export type Contract = typeof contract
export type MessageType = keyof Contract
export type PageMessageType = { [K in MessageType]: Contract[K]['from'] extends 'page' ? K : never }[MessageType]
export type OwnMessageType = Exclude<MessageType, PageMessageType>
export type Input<K extends MessageType> = v.InferOutput<Contract[K]['input']>
export type Output<K extends MessageType> = Exclude<Contract[K]['output'], undefined>

/** What comes back for any message. `sentence` is for the reader. */
export type Reply<K extends MessageType> =
  | { readonly ok: true; readonly value: Output<K> }
  | { readonly ok: false; readonly code: ReplyFault; readonly sentence: string }

export type ReplyFault = 'forbidden' | 'malformed' | 'locked' | 'wrong-password' | 'refused' | 'failed'

export type { NetworkId }
