import { encodeTransfer, transferDigest } from '../../core/authorization/transfer'
import { fromHex, type Address } from '../../core/hex'
import { canonicalResource } from '../../core/purchase/identity'
import { applyEvent } from '../../core/purchase/machine'
import type { Purchase, PurchaseEvent } from '../../core/purchase/purchase'
import { err, ok, type Result } from '../../core/result'
import { ownDispute } from '../../core/dispute/own-dispute'
import type { GivenDispute } from '../../store/disputes'
import type { Keyring } from '../../vault/keyring'
import { signatureCheck } from '../../vault/signatures/verifier'

/** 'stranger': paid by another wallet. 'untrue': its events do not follow from each other, or were not signed by this wallet. */
export type PaymentFault = 'stranger' | 'untrue'

/**
 * The payment that these events tell, if it can only be this wallet's own: whatever somebody else wrote into a file is told apart
 * by what only this wallet could have made. Its number is derived from the wallet's key (or dictated by the seller, where the
 * dialect has it so), and each of its authorizations bears the wallet's own signature.
 */
export function ownPayment(id: string, events: readonly PurchaseEvent[], keyring: Keyring, hands: Hands): Result<Purchase, PaymentFault> {
  const told = fold(id, events)
  if (told === null) return err('untrue')
  if (!keyring.holds(told.terms.payer)) return err('stranger')
  const isTrue = hasOwnNumber(told, keyring) && events.every((event) => event.type !== 'signed' || isSigned(event, hands.of(told.terms.payer)))
  // What was never signed can have neither left the purse nor run out: nothing may be made of it here.
  const isOver = told.signed !== null || told.state === 'void' || events[0]?.type === 'recognised'
  return isTrue && isOver && isPlace(told) ? ok(told) : err('untrue')
}

/** What a file tells of disputes about a payment, where all of it can only be this wallet's own; null where something cannot. What was damaged where it was written is left out. */
export function ownDisputes(told: readonly { readonly id: string; readonly log: GivenDispute['log'] | null }[], purchase: Purchase, hands: Hands): readonly GivenDispute[] | null {
  const isPayers = hands.of(purchase.terms.payer)
  const given = told.flatMap(({ id, log }) => (log === null ? [] : [{ id, log }]))
  const isOwn = ({ log }: GivenDispute): boolean => ownDispute(log, purchase, (digest, signature) => isPayers(digest, fromHex(signature) ?? new Uint8Array())) !== null
  return given.every(isOwn) ? given : null
}

function fold(id: string, events: readonly PurchaseEvent[]): Purchase | null {
  let purchase: Purchase | null = null
  for (const event of events) {
    const applied: ReturnType<typeof applyEvent> = applyEvent(purchase, event, id)
    if (!applied.ok) return null
    purchase = applied.value
  }
  return purchase
}

/** MPP's sellers dictate it: there the signature alone tells, and nothing is recognised from the chain. */
function hasOwnNumber({ terms: { dialect, network, asset, resource, counter, nonce, payer }, signed }: Purchase, keyring: Keyring): boolean {
  if (dialect === 'mpp') return signed !== null
  return keyring.purchaseNonce({ network, asset, resource: canonicalResource(resource), counter }, payer) === nonce
}

function isSigned({ authorization, signature }: Extract<PurchaseEvent, { type: 'signed' }>, isHis: SignatureCheck): boolean {
  const bytes = encodeTransfer(authorization)
  const given = fromHex(signature)
  return bytes.ok && given !== null && isHis(transferDigest(bytes.value), given)
}

type SignatureCheck = ReturnType<typeof signatureCheck>

/** The signatures of the wallet's purses, as they are known while one file is read. */
export class Hands {
  readonly #known = new Map<Address, SignatureCheck>()

  of(purse: Address): SignatureCheck {
    const check = this.#known.get(purse) ?? signatureCheck(purse)
    this.#known.set(purse, check)
    return check
  }
}

/** What history and watch read as addresses are addresses. */
const isPlace = ({ terms: { page, resource } }: Purchase): boolean => /^https?:/.test(page) && URL.canParse(page) && URL.canParse(resource)
