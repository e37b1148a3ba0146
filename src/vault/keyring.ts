import { secp256k1 } from '@noble/curves/secp256k1.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import * as v from 'valibot'
import { decodeTransfer, transferDigest } from '../core/authorization/transfer'
import { refundRequestDigest, refundRequestSchema, type RefundRequest } from '../core/dispute/request'
import { toHex, type Address, type Bytes32, type Hex } from '../core/hex'
import type { NetworkId } from '../core/networks/networks'
import { err, ok, type Result } from '../core/result'
import { addressOf } from './account'
import { openAddedPurse, type SealedPurse } from './added-purse'
import { subkey } from './aead'
import { canonicalBytes, toBase64 } from './bytes'
import { LockedError } from './locked-error'
import { RowSealer, type Sealer } from './sealer'
import { signInDigest, signInPurse, type SignInSigningFault } from './sign-in'

/** What a purchase is, and nothing that can change about it: neither price nor payee. */
export interface PurchaseIdentity {
  readonly network: NetworkId
  readonly asset: Address
  /** Canonical URL of what is bought. */
  readonly resource: string
  /** 0 for the first purchase of this resource, one more for each deliberate repeat. */
  readonly counter: number
}

export type RequestSigningFault = 'locked' | 'not-a-request' | 'not-this-purse'
export type SigningFault = 'locked' | 'not-a-transfer' | 'not-this-purse'

/** An unlocked wallet. Holds the view key and the keys of its purses where nothing else can read them, until `wipe`. */
export class Keyring {
  /** The first purse: an account that pays, and the only one as long as no other was opened. */
  readonly address: Address
  readonly #viewKey: Uint8Array
  /** By address, the first purse among them. */
  readonly #purseKeys: Map<Address, Uint8Array>
  readonly #nonceKey: Uint8Array
  readonly #sealer: RowSealer
  #wiped = false

  /** Takes the keys over: they are erased by `wipe`. */
  constructor(viewKey: Uint8Array, purseKey: Uint8Array, address: Address) {
    this.address = address
    this.#viewKey = viewKey
    this.#purseKeys = new Map([[address, purseKey]])
    // From the purse key, and so from the twelve words: a restored wallet gives every purchase the nonce it had.
    this.#nonceKey = subkey(purseKey, 'purchase-nonce')
    this.#sealer = new RowSealer(viewKey)
  }

  get sealer(): Sealer {
    return this.#sealer
  }

  /**
   * Opens a purse beside the first, as Authority.purses made it, and tells its address. From then on it pays as well.
   * Null when it is another vault's or was changed. Throws LockedError once wiped.
   */
  openPurse({ index, key }: SealedPurse): Address | null {
    if (this.#wiped) throw new LockedError()
    const purseKey = openAddedPurse(this.#viewKey, index, key)
    if (purseKey === null) return null
    const address = addressOf(purseKey)
    if (this.#purseKeys.has(address)) purseKey.fill(0)
    else this.#purseKeys.set(address, purseKey)
    return address
  }

  /** Whether this account is one of the open purses. */
  holds(address: Address): boolean {
    return this.#purseKeys.has(address)
  }

  /**
   * Signs exactly these bytes, which must be an encoded transfer out of an open purse (EIP-3009 by EIP-712): its own key signs.
   * Returns 65 bytes: r ‖ s ‖ v, with v 27 or 28. Deterministic (RFC 6979), low s (EIP-2).
   */
  signTransfer(bytes: Uint8Array): Result<Hex, SigningFault> {
    if (this.#wiped) return err('locked')
    // A copy: what is checked is what is signed, whatever happens to the caller's buffer.
    const message = Uint8Array.from(bytes)
    const decoded = decodeTransfer(message)
    if (!decoded.ok) return err('not-a-transfer')
    const purseKey = this.#purseKeys.get(decoded.value.authorization.from)
    if (purseKey === undefined) return err('not-this-purse')
    return ok(sign(transferDigest(message), purseKey))
  }

  /**
   * Signs exactly this text, which must be a sign-in of an open purse to a site (EIP-4361 by EIP-191). It moves no money:
   * it can never be read as a transfer (see signInPreimage). The signature has the form of signTransfer's.
   */
  signSignIn(text: string): Result<Hex, SignInSigningFault> {
    if (this.#wiped) return err('locked')
    const purse = signInPurse(text)
    if (purse === null) return err('not-a-sign-in')
    const purseKey = this.#purseKeys.get(purse)
    return purseKey === undefined ? err('not-this-purse') : ok(sign(signInDigest(text), purseKey))
  }

  /**
   * Signs this request for money back (EIP-712), which must be of an open purse and back to an open purse. It moves no money: its
   * domain is no token's. The signature has the form of signTransfer's.
   */
  signRefundRequest(request: RefundRequest): Result<Hex, RequestSigningFault> {
    if (this.#wiped) return err('locked')
    const read = v.safeParse(refundRequestSchema, request)
    if (!read.success) return err('not-a-request')
    const purseKey = this.#purseKeys.get(read.output.payer)
    if (purseKey === undefined || !this.#purseKeys.has(read.output.refundTo)) return err('not-this-purse')
    return ok(sign(refundRequestDigest(read.output), purseKey))
  }

  /**
   * The EIP-3009 nonce of a purchase: HMAC-SHA256 over its identity. The token takes a nonce once from each account,
   * so the same purchase can never be charged twice to one, even by a wallet restored from its words.
   * Each purse has another number for it: one for all would protect nothing more, and whoever saw it with two accounts
   * would know that they are one reader's. The key is the first purse's, whichever pays. Throws LockedError once wiped.
   */
  purchaseNonce({ network, asset, resource, counter }: PurchaseIdentity, payer: Address = this.address): Bytes32 {
    if (this.#wiped) throw new LockedError()
    const identity = [network, asset, resource, String(counter)]
    return toHex(hmac(sha256, this.#nonceKey, canonicalBytes(payer === this.address ? identity : [...identity, payer])))
  }

  /** The view key as text, for `storage.session` only: see resumeSession. Throws LockedError once wiped. */
  toSession(): string {
    if (this.#wiped) throw new LockedError()
    return toBase64(this.#viewKey)
  }

  /** Erases every key. Whatever is asked of this keyring or its sealer afterwards is refused. */
  wipe(): void {
    this.#wiped = true
    this.#viewKey.fill(0)
    for (const key of this.#purseKeys.values()) key.fill(0)
    this.#purseKeys.clear()
    this.#nonceKey.fill(0)
    this.#sealer.wipe()
  }
}

/** Only for digests of what was decoded first. */
function sign(digest: Uint8Array, purseKey: Uint8Array): Hex {
  const [recovery = 0, ...rs] = secp256k1.sign(digest, purseKey, { prehash: false, format: 'recovered' })
  return toHex(Uint8Array.of(...rs, 27 + recovery))
}
