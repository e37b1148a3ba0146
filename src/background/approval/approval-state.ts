import * as v from 'valibot'
import { isAddress, type Address } from '../../core/hex'
import { coverings } from '../../core/protocols/covers'
import { dialectIds } from '../../core/protocols/dialect'
import { deliveryKinds, feeKinds, feePayers, knownHow } from '../../core/purchase/purchase'
import { importance } from '../../core/risk/finding'
import { isAccountLink } from '../../core/tips/account'
import { limitNames } from '../../core/spending/limits'

const money = v.object({ atomic: v.string(), decimals: v.number(), symbol: v.string() })
export const account = v.custom<Address>((value) => typeof value === 'string' && isAddress(value))
/** A fee line as it is shown (messaging/views). */
export const feeLine = v.object({
  kind: v.picklist(feeKinds),
  amount: v.nullable(money),
  paidBy: v.picklist(feePayers),
  known: v.picklist(knownHow),
  account: v.nullable(account),
})

/** The quote on screen, with what is needed to make exactly that purchase. Amounts are decimal strings of atomic units. */
export const storedQuote = v.object({
  message: v.string(),
  challenge: v.string(),
  rawResource: v.string(),
  /** The `Link` header that came with the challenge; null for none. */
  link: v.optional(v.nullable(v.string()), null),
  offer: v.string(),
  /** What else is offered, at other prices. */
  others: v.array(v.object({ offer: v.string(), price: money, covers: v.nullable(v.picklist(coverings)) })),
  dialect: v.picklist(dialectIds),
  counter: v.number(),
  maxTimeoutSeconds: v.number(),
  validSeconds: v.number(),
  /** Milliseconds since 1970 from which the seller no longer takes this offer; null where it names none. */
  expires: v.nullable(v.number()),
  balance: v.string(),
  balanceAfter: money,
  limitAfter: v.nullable(v.object({ limit: v.picklist(limitNames), most: money, left: money })),
  feeLines: v.array(feeLine),
  notices: v.array(v.object({ level: v.picklist(['care', 'note']), sentence: v.string(), why: v.optional(v.string()) })),
  title: v.string(),
  testMoney: v.boolean(),
  newPayee: v.boolean(),
  /** The name of the purse that pays; null where there is one only. */
  purse: v.nullable(v.string()),
  /** What the watch noticed, as it is said, and what of it the reader has to say is fine. */
  watch: v.object({ guards: v.array(v.picklist(importance)), reasons: v.array(v.string()) }),
  takesNote: v.boolean(),
  /** What the price is converted with; kept beside the payment, and no part of it. Null for dollars. */
  rate: v.nullable(v.object({ currency: v.string(), numerator: v.string(), denominator: v.string(), source: v.picklist(['feed', 'reference']), at: v.number() })),
})
export type StoredQuote = v.InferOutput<typeof storedQuote>

export const remedy = v.picklist(['retry', 'top-up', 'purses', 'settings', 'limits', 'rules', 'none'])

/** One question to the reader: may this be paid? Kept in storage.session, so it waits through locks and the worker's sleep. */
export const approval = v.object({
  id: v.string(),
  tabId: v.number(),
  /** Where it is shown; null until its window is there. */
  shownIn: v.nullable(v.object({ windowId: v.number(), tabId: v.number() })),
  /** The page the reader was on, without fragment. */
  page: v.string(),
  kind: v.picklist(deliveryKinds),
  resource: v.string(),
  /** Where the ciphertext is, if what is sold is its key. */
  sealed: v.optional(v.nullable(v.string()), null),
  title: v.string(),
  keep: v.nullable(v.string()),
  /** The browser says that the reader has not opened that page by a hand of their own. */
  isUnopened: v.optional(v.boolean()),
  /** The price the reader saw before asking, atomic units; null when none was shown. */
  seenAmount: v.nullable(v.string()),
  askedAt: v.number(),
  stage: v.variant('type', [
    /** `wanted`: the offer the reader has chosen, as the seller wrote it; null for the best. */
    v.object({ type: v.literal('new'), wanted: v.nullable(v.string()) }),
    v.object({ type: v.literal('quoted'), quote: storedQuote }),
    v.object({ type: v.literal('refused'), sentence: v.string(), remedy }),
    v.object({ type: v.literal('sign-in'), purchaseId: v.string() }),
    v.object({ type: v.literal('paying'), purchaseId: v.string() }),
  ]),
})
export type Approval = v.InferOutput<typeof approval>

/** Where what is asked for comes from: the site that sells it, or for a tip to an account the page that names it. */
export const placeOf = ({ resource, page }: Pick<Approval, 'resource' | 'page'>): URL => new URL(isAccountLink(resource) ? page : resource)
