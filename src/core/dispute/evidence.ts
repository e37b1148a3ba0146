import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { toHex, type Bytes32 } from '../hex'
import { readJson } from '../protocols/base64-json'
import { keptAnswers } from '../purchase/answers'
import type { Purchase, PurchaseEvent } from '../purchase/purchase'
import { canonicalJson } from '../receipt'
import { evidenceItems, type EvidenceItem } from './problem'
import type { SaleTerms } from './sale-terms'
import { signedTexts } from './signed-texts'

/**
 * What is known of one sale, ready to be shown to others. `items` are texts, as they arrived or as the wallet wrote them;
 * `statement` names each of them by its SHA-256, so that any of them can be held back and shown later, and still be known to be
 * what it was. Nothing in it is about another payment or another site.
 */
export interface Evidence {
  /** Canonical JSON (RFC 8785). */
  readonly statement: string
  /** SHA-256 of that: what the request binds. */
  readonly hash: Bytes32
  readonly items: Readonly<Partial<Record<EvidenceItem, string>>>
}

/** @param terms what the seller said about refunds when it was paid; null for nothing */
export function evidenceOf(purchase: Purchase, journal: readonly PurchaseEvent[], terms: SaleTerms | null): Evidence {
  const items = itemsOf(purchase, journal, terms)
  const named = Object.fromEntries(evidenceItems.map((item) => [item, nameOf(items[item])]))
  const { challenge, ...rest } = named
  const statement = canonicalJson({
    v: 1,
    type: 'x402-evidence',
    paymentRequired: challenge,
    ...rest,
    authorization: authorizationOf(purchase),
    settlement: { header: rest['settlement'], transaction: purchase.settlement?.transaction ?? null },
  })
  if (statement === null) throw new Error('evidence nests too deep')
  return { statement, hash: toHex(sha256(utf8ToBytes(statement))), items }
}

const nameOf = (text: string | undefined): { readonly sha256: string } | null => (text === undefined ? null : { sha256: toHex(sha256(utf8ToBytes(text))).slice(2) })

const statement = v.looseObject({ paymentRequired: v.unknown(), settlement: v.looseObject({ header: v.unknown() }) })

/** Whether a statement names exactly this text for an item; undefined for none. */
export function isStatedIn(text: string, item: EvidenceItem, content: string | undefined): boolean {
  const json = readJson(text)
  const read = json.ok ? v.safeParse(statement, json.value) : null
  if (read?.success !== true) return false
  const { paymentRequired, settlement } = read.output
  const said = item === 'challenge' ? paymentRequired : item === 'settlement' ? settlement.header : read.output[item]
  return canonicalJson(said ?? null) === canonicalJson(nameOf(content))
}

function itemsOf(purchase: Purchase, journal: readonly PurchaseEvent[], terms: SaleTerms | null): Evidence['items'] {
  const { answer } = purchase
  const answers = keptAnswers(journal)
  const claim = answers.at(-1)?.rawClaim
  const { offer, receipt } = signedTexts(purchase, answers)
  const items: Record<EvidenceItem, string | null | undefined> = {
    challenge: purchase.terms.challenge === '' ? null : purchase.terms.challenge,
    offer,
    receipt,
    settlement: claim,
    response: answer === null ? null : canonicalJson({ status: answer.status, contentArrived: answer.contentArrived }),
    timeline: canonicalJson(journal.map(({ at, type }) => ({ at: Math.floor(at / 1000), event: type }))),
    terms: terms === null ? null : terms.raw,
  }
  return Object.fromEntries(Object.entries(items).filter((entry): entry is [EvidenceItem, string] => typeof entry[1] === 'string'))
}

/** The payment itself, which the seller and the chain have anyway. */
function authorizationOf({ terms, signed }: Purchase): Readonly<Record<string, string | null>> {
  const { payer, payTo, amount, nonce } = terms
  return {
    from: payer,
    to: payTo,
    value: amount.toString(),
    validAfter: signed?.authorization.validAfter.toString() ?? null,
    validBefore: signed?.authorization.validBefore.toString() ?? null,
    nonce,
    signature: signed?.signature ?? null,
  }
}
