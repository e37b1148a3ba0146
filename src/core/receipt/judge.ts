import { parseAddress } from '../authorization/address'
import type { Address, Hex } from '../hex'
import { parseAtomic } from '../money/atomic'
import type { NetworkId } from '../networks/networks'
import { canonicalResource } from '../purchase/identity'
import type { OfferPayload, ReceiptPayload } from './statement'
import type { Signer, Verified } from './verify'

/** What the reader agreed to, to hold a signed offer against. */
export interface AgreedOffer {
  /** The URL that asked for payment. */
  readonly resource: string
  readonly network: NetworkId
  readonly asset: Address
  readonly payTo: Address
  /** Atomic units of the asset. */
  readonly amount: bigint
  /** When the reader agreed, in milliseconds since 1970. */
  readonly at: number
}

/** What was paid, to hold a signed receipt against. */
export interface PaidPurchase {
  readonly resource: string
  readonly network: NetworkId
  readonly payer: Address
  readonly payTo: Address
  /** The settlement, as the chain tells it; null while it is not known. */
  readonly transaction: Hex | null
  /** When the authorization first left and when the receipt came, in milliseconds since 1970. */
  readonly sentAt: number
  readonly receivedAt: number
}

export interface Verdict<Field> {
  /** 'payee': signed with the key of the account that is paid. 'unknown': with any other, whatever it calls itself. */
  readonly signer: 'payee' | 'unknown'
  /** The fields that say something else than what was agreed. Empty for a statement about exactly this purchase. */
  readonly differs: readonly Field[]
}

export interface OfferVerdict extends Verdict<keyof OfferPayload> {
  /** It had run out when the reader agreed. */
  readonly expired: boolean
}

export interface ReceiptVerdict extends Verdict<keyof ReceiptPayload> {
  /**
   * What it says of the settlement. 'unnamed': nothing, as receipts may. 'unchecked': it names one while the
   * chain has not yet told which it was; to be judged again then.
   */
  readonly transaction: 'same' | 'other' | 'unnamed' | 'unchecked'
}

/**
 * How far a seller's clock and the reader's may be apart, in seconds. A receipt from before the payment is one
 * of an earlier purchase, shown again.
 */
export const clockTolerance = 300

/** Holds a verified offer against what was agreed. */
export function judgeOffer({ statement, signer }: Verified<OfferPayload>, agreed: AgreedOffer): OfferVerdict {
  const { payload } = statement
  return {
    signer: standing(signer, agreed.payTo),
    differs: differing({
      resourceUrl: sameResource(payload.resourceUrl, agreed.resource),
      scheme: payload.scheme === 'exact',
      network: payload.network === agreed.network,
      asset: parseAddress(payload.asset) === agreed.asset,
      payTo: parseAddress(payload.payTo) === agreed.payTo,
      amount: parseAtomic(payload.amount) === agreed.amount,
    }),
    expired: payload.validUntil !== 0 && seconds(agreed.at) > payload.validUntil,
  }
}

/** Holds a verified receipt against what was paid. */
export function judgeReceipt({ statement, signer }: Verified<ReceiptPayload>, paid: PaidPurchase): ReceiptVerdict {
  const { payload } = statement
  const { issuedAt } = payload
  const transaction = compareTransaction(payload.transaction.toLowerCase(), paid.transaction)
  return {
    signer: standing(signer, paid.payTo),
    differs: differing({
      resourceUrl: sameResource(payload.resourceUrl, paid.resource),
      network: payload.network === paid.network,
      payer: parseAddress(payload.payer) === paid.payer,
      issuedAt: issuedAt >= seconds(paid.sentAt) - clockTolerance && issuedAt <= seconds(paid.receivedAt) + clockTolerance,
      transaction: transaction !== 'other',
    }),
    transaction,
  }
}

/** True when a statement may be shown as the seller's word about this purchase. */
export function isProof(verdict: OfferVerdict | ReceiptVerdict): boolean {
  const holds = 'expired' in verdict ? !verdict.expired : verdict.transaction !== 'unchecked'
  return holds && verdict.signer === 'payee' && verdict.differs.length === 0
}

function compareTransaction(named: string, settlement: Hex | null): ReceiptVerdict['transaction'] {
  if (named === '') return 'unnamed'
  if (settlement === null) return 'unchecked'
  return named === settlement ? 'same' : 'other'
}

/** Keys that a site vouches for elsewhere (did:web, DNS) are not looked up: asking would tell what was read. */
function standing(signer: Signer, payTo: Address): Verdict<never>['signer'] {
  return signer.address === payTo ? 'payee' : 'unknown'
}

/** A browser would overlook white space and turn backslashes; another reader of the same evidence need not. */
function sameResource(stated: string, agreed: string): boolean {
  return !/[\s\p{Cc}\\]/u.test(stated) && canonicalResource(stated) === canonicalResource(agreed)
}

function differing<Field extends string>(agrees: Readonly<Partial<Record<Field, boolean>>>): readonly Field[] {
  const fields = Object.keys(agrees) as Field[]
  return fields.filter((field) => agrees[field] === false)
}

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000)
