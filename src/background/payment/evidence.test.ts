import { describe, expect, it } from 'vitest'
import { answered, facts, fold, quoted, reserved, sent, signed, terms } from '../../core/purchase/machine.fixtures'
import type { Purchase, PurchaseEvent } from '../../core/purchase/purchase'
import { agreed, at, offer, payer, lower, receipt, sellers, strangers, transaction } from '../../core/receipt/receipt.fixtures'
import { en as words } from '../../core/words/en'
import { offerEvidence, receiptEvidence } from './evidence'

const header = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64')
const challengeWith = (...offers: readonly object[]): string => header({ x402Version: 2, extensions: { 'offer-receipt': { info: { offers } } } })
const responseWith = (statement: object): string => header({ success: true, transaction: '', extensions: { 'offer-receipt': { info: { receipt: statement } } } })
const own = { resource: agreed.resource, network: agreed.network, asset: agreed.asset, payTo: agreed.payTo, amount: agreed.amount, payer: lower(payer.address) }

/** A purchase of exactly what the fixtures agreed on, settled in their transaction. */
function bought(challenge: string): Purchase {
  const purchase = fold([quoted, reserved])
  if (purchase === null) throw new Error('no purchase')
  return { ...purchase, createdAt: at, terms: { ...terms, ...own, challenge }, settlement: { at, transaction } }
}

const answers = (...rawClaims: readonly (string | null)[]): readonly PurchaseEvent[] =>
  rawClaims.flatMap((rawClaim, n) => [{ ...sent, at: at + n * 10 }, { ...answered(facts(200, { rawClaim })), at: at + n * 10 + 5 }])

describe('a signed price', () => {
  it.each(sellers())('is the seller’s word when signed by $name', async ({ signOffer }) => {
    expect(offerEvidence(bought(challengeWith(await signOffer(offer))))).toEqual({ worth: 'seller', sentence: words.evidence.offer.seller })
  })

  it.each(strangers())('proves nothing when signed by $name', async ({ signOffer }) => {
    expect(offerEvidence(bought(challengeWith(await signOffer(offer)))).worth).toBe('stranger')
  })

  it('that says something else, or had run out, is said to', async () => {
    const [seller] = sellers()
    for (const change of [{ amount: '50001' }, { payTo: payer.address }, { resourceUrl: 'https://news.example/other' }, { validUntil: at / 1000 - 1 }]) {
      expect(offerEvidence(bought(challengeWith(await (seller?.signOffer({ ...offer, ...change }) ?? {})))).worth, JSON.stringify(change)).toBe('differs')
    }
  })

  it('that was altered after signing is never the seller’s', async () => {
    const signedOffer = (await sellers()[0]?.signOffer({ ...offer, amount: '1' })) as { payload: object }
    expect(offerEvidence(bought(challengeWith({ ...signedOffer, payload: { ...signedOffer.payload, amount: '50000' } }))).worth).not.toBe('seller')
  })

  it('counts for most: one good one among others is enough', async () => {
    const wrong = await strangers()[0]?.signOffer(offer)
    const right = await sellers()[0]?.signOffer(offer)
    expect(offerEvidence(bought(challengeWith({}, wrong ?? {}, right ?? {}))).worth).toBe('seller')
  })

  it.each(['', '{}', 'bm90IGpzb24=', header({}), header({ extensions: { 'offer-receipt': 7 } })])('is not seen in %j', (challenge) => {
    expect(offerEvidence(bought(challenge)).worth).toBe('none')
  })
})

describe('a signed receipt', () => {
  it.each(sellers())('is the seller’s word when signed by $name', async ({ signReceipt }) => {
    expect(receiptEvidence(bought(''), answers(responseWith(await signReceipt(receipt)))).worth).toBe('seller')
  })

  it.each(strangers())('proves nothing when signed by $name', async ({ signReceipt }) => {
    expect(receiptEvidence(bought(''), answers(responseWith(await signReceipt(receipt)))).worth).toBe('stranger')
  })

  it('is kept through later answers that bring none', async () => {
    const good = responseWith((await sellers()[0]?.signReceipt(receipt)) ?? {})
    expect(receiptEvidence(bought(''), answers(null, good, null, header({ success: false }))).worth).toBe('seller')
  })

  it('of another payment or time is said not to be for this one', async () => {
    for (const change of [{ transaction: `0x${'cd'.repeat(32)}` }, { issuedAt: at / 1000 - 301 }, { payer: '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC' }]) {
      const other = await sellers()[0]?.signReceipt({ ...receipt, ...change })
      expect(receiptEvidence(bought(''), answers(responseWith(other ?? {}))).worth, JSON.stringify(change)).toBe('differs')
    }
  })

  it('is not seen where nothing was answered', () => expect(receiptEvidence(bought(''), [quoted, reserved, signed, sent]).worth).toBe('none'))
})
