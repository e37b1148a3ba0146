import type { TransferAuthorization } from '../authorization/transfer'
import type { Address, Bytes32, Hex } from '../hex'
import type { Token } from '../networks/networks'
import type { Result } from '../result'
import type { ChallengeFault, OfferFault } from './faults'

export const dialectIds = ['x402-v2', 'x402-v1', 'mpp'] as const
export type DialectId = (typeof dialectIds)[number]

/** What the wallet saw of a server's answer. Header names are lower case. All of it is hostile. */
export interface Answer {
  /** The URL that answered, without fragment. */
  readonly url: string
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  /** The text of a JSON body, bounded by `longestBody` characters. Absent where the body was not read, is longer, or is not JSON by its type. */
  readonly body?: string
}

/** The longest body that is read for a challenge, in characters. */
export const longestBody = 64 * 1024

/** One way to pay a challenge that this wallet accepts. */
export interface Offer {
  readonly scheme: 'exact'
  readonly token: Token
  /** Price in atomic units of `token`. Always above zero. */
  readonly amount: bigint
  readonly payTo: Address
  /** Seconds the seller asks the authorization to stay valid. Not yet clamped. */
  readonly maxTimeoutSeconds: number
  /** 'upfront' charges before the page is made: labelled, and chosen only when nothing else is offered. */
  readonly flow: 'authorization' | 'upfront'
  /** The nonce that the protocol binds to its challenge; null where the purchase's own is free to be used (DESIGN 6). */
  readonly nonce: Bytes32 | null
  /** The moment from which the server no longer takes this offer: milliseconds since 1970. Null where it names none. */
  readonly expires: number | null
  /** The entry as the server sent it, JSON text: the server compares the echo field by field. */
  readonly raw: string
}

/** What a server says it wants, read and bounded. */
export interface Challenge {
  readonly dialect: DialectId
  readonly resource: {
    readonly url: string
    readonly description?: string
    readonly serviceName?: string
    readonly mimeType?: string
  }
  /** Offers the wallet can pay, cheapest first; upfront ones last. */
  readonly offers: readonly Offer[]
  /** Offers it refuses, each with the reason. */
  readonly refused: readonly OfferFault[]
  /** What the server says went wrong with an earlier attempt, bounded plain text. */
  readonly error?: string
  /** `resource` as the server sent it, JSON text. */
  readonly rawResource: string
  /** The challenge exactly as it arrived, still encoded: kept as evidence, and readable again by `readChallenge`. */
  readonly raw: string
}

/** What a challenge said, as it arrived. */
export interface AgreedTexts {
  readonly challenge: string
  readonly rawResource: string
  readonly offer: string
}

export interface SignedTransfer {
  readonly authorization: TransferAuthorization
  /** 65 bytes: r, s, v. */
  readonly signature: Hex
  /** What the reader wrote with a tip, for those dialects that can carry it; absent or null for nothing. */
  readonly note?: string | null
}

/** The header that carries a payment. */
export interface PaymentHeader {
  readonly name: string
  readonly value: string
}

/** What the server claims about settlement in its paid answer. A claim, to be checked on chain. */
export interface SettlementClaim {
  readonly success: boolean
  readonly transaction: Hex | null
  readonly reason: string | null
}

export interface Dialect {
  readonly id: DialectId
  /** Null when the answer does not speak this dialect at all. Never throws. */
  readChallenge(answer: Answer): Result<Challenge, ChallengeFault> | null
  /**
   * The header that pays an offer. Takes the texts as stored (`Challenge.raw`, `Challenge.rawResource`, `Offer.raw`), so that
   * a payment can be sent again after a restart.
   */
  writePayment(agreed: AgreedTexts, signed: SignedTransfer): PaymentHeader
  /** Null when the answer carries no settlement claim, or one that cannot be read. Never throws. */
  readSettlement(answer: Answer): SettlementClaim | null
}
