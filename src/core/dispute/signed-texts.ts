import { parseAtomic } from '../money'
import { readHeader, readJson } from '../protocols/base64-json'
import type { Purchase } from '../purchase/purchase'
import { readOffers, readReceipt, type KeptAnswer } from '../receipt'

/** The seller's signed price and signed receipt of a purchase, JSON text as they arrived; null for none. Whether they are true is judged elsewhere (core/receipt). */
export function signedTexts({ terms }: Purchase, answers: readonly KeptAnswer[]): { readonly offer: string | null; readonly receipt: string | null } {
  const offers = readOffers(jsonIn(terms.challenge)).flatMap((read) => (read.ok ? [read.value] : []))
  const offer = offers.find(({ payload }) => parseAtomic(payload.amount) === terms.amount) ?? offers[0]
  const receipts = answers.flatMap(({ rawClaim }) => {
    const read = readReceipt(jsonIn(rawClaim))
    return read?.ok === true ? [read.value.raw] : []
  })
  return { offer: offer?.raw ?? null, receipt: receipts.at(-1) ?? null }
}

/** What a text of a seller says: JSON, or JSON in base64. Null for anything else. */
export function jsonIn(text: string): unknown {
  const encoded = readHeader(text)
  if (encoded.ok) return encoded.value
  const plain = readJson(text)
  return plain.ok ? plain.value : null
}
