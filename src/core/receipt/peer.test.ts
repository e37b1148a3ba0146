import { encodePaymentRequiredHeader, encodePaymentResponseHeader } from '@x402/core/http'
import type { PaymentRequired, PaymentRequirements, PaymentRequiredContext, SettleResponse, SettleResultContext } from '@x402/core/types'
import {
  canonicalize,
  createOfferReceiptExtension,
  declareOfferReceiptExtension,
  OFFER_RECEIPT,
  verifyOfferSignatureEIP712,
  verifyOfferSignatureJWS,
  verifyReceiptSignatureEIP712,
  verifyReceiptSignatureJWS,
  type EIP712SignedOffer,
  type EIP712SignedReceipt,
  type JWSSignedOffer,
  type JWSSignedReceipt,
} from '@x402/extensions/offer-receipt'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { verifier } from '../../vault/signatures/verifier'
import { readHeader } from '../protocols/base64-json'
import { base64Url } from './base64url.fixtures'
import { canonicalJson } from './canonical'
import { isProof, judgeOffer, judgeReceipt } from './judge'
import { readOffers, readReceipt, readSignedOffer, readSignedReceipt } from './read'
import { agreed, at, lower, offer, paid, receipt, resource, sellers, strangers, transaction, type Signatory } from './receipt.fixtures'
import type { OfferPayload, ReceiptPayload } from './statement'
import { verifyStatement } from './verify'

/** The official package signs, on the seller's side of the wire. */
const everybody = [...sellers().map((who) => ({ ...who, standing: 'payee' as const })), ...strangers().map((who) => ({ ...who, standing: 'unknown' as const }))]

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: at }))
afterAll(() => void vi.useRealTimers())

const requirements: PaymentRequirements = {
  scheme: 'exact',
  network: agreed.network,
  asset: offer.asset,
  amount: offer.amount,
  payTo: offer.payTo,
  maxTimeoutSeconds: 60,
  extra: { name: 'USDC', version: '2' },
}
const other = { ...requirements, amount: '70000' }

/** A challenge as the official server makes it, through its header. */
async function challengeBy({ issuer }: Signatory): Promise<unknown> {
  const response: PaymentRequired = { x402Version: 2, resource: { url: resource, description: 'The wren', mimeType: 'text/html' }, accepts: [requirements, other] }
  const context: PaymentRequiredContext = { requirements: [requirements, other], resourceInfo: response.resource, paymentRequiredResponse: response }
  const declared = declareOfferReceiptExtension({ offerValiditySeconds: 300 })[OFFER_RECEIPT]
  const enriched = await createOfferReceiptExtension(issuer).enrichPaymentRequiredResponse?.(declared, context)
  return throughHeader(encodePaymentRequiredHeader({ ...response, extensions: { [OFFER_RECEIPT]: enriched } }))
}

async function settlementBy({ issuer }: Signatory, includeTxHash: boolean): Promise<unknown> {
  const result: SettleResponse = { success: true, transaction, network: agreed.network, payer: receipt.payer }
  const transportContext = { request: { adapter: { getUrl: () => resource } } }
  const declared = declareOfferReceiptExtension({ includeTxHash })[OFFER_RECEIPT]
  // The hook reads these two fields of its context.
  const context = { result, transportContext } as unknown as SettleResultContext
  const enriched = await createOfferReceiptExtension(issuer).enrichSettlementResponse?.(declared, context)
  return throughHeader(encodePaymentResponseHeader({ ...result, extensions: { [OFFER_RECEIPT]: enriched } }))
}

function throughHeader(header: string): unknown {
  const json = readHeader(header)
  if (!json.ok) throw new Error(json.error)
  return json.value
}

const parse = (raw: string): unknown => JSON.parse(raw)

/** What the official package finds of a statement: the signing address, true for a good JWS, null when it refuses. */
const officialOffer = (entry: EIP712SignedOffer | JWSSignedOffer) =>
  (entry.format === 'jws' ? verifyOfferSignatureJWS(entry).then(() => true) : verifyOfferSignatureEIP712(entry).then(({ signer }) => lower(signer))).catch(() => null)
const officialReceipt = (entry: EIP712SignedReceipt | JWSSignedReceipt) =>
  (entry.format === 'jws' ? verifyReceiptSignatureJWS(entry).then(() => true) : verifyReceiptSignatureEIP712(entry).then(({ signer }) => lower(signer))).catch(() => null)

/** Ours, in the same words. */
function ourOffer(entry: unknown) {
  const read = readSignedOffer(entry)
  const verified = read.ok ? verifyStatement(read.value, verifier) : read
  if (!verified.ok) return { found: null, verdict: null }
  const { signer } = verified.value
  return { found: signer.by === 'key' || signer.address, verdict: judgeOffer(verified.value, agreed) }
}
function ourReceipt(entry: unknown) {
  const read = readSignedReceipt(entry)
  const verified = read.ok ? verifyStatement(read.value, verifier) : read
  if (!verified.ok) return { found: null, verdict: null }
  const { signer } = verified.value
  return { found: signer.by === 'key' || signer.address, verdict: judgeReceipt(verified.value, paid) }
}

describe.each(everybody)('what $name signs with the official package', (who) => {
  it('verifies and is judged: an offer', async () => {
    const readings = readOffers(await challengeBy(who))
    expect(readings).toHaveLength(2)
    for (const [index, reading] of readings.entries()) {
      if (!reading.ok) throw new Error(reading.error)
      const verified = verifyStatement(reading.value, verifier)
      if (!verified.ok) throw new Error(verified.error)
      const { signer, statement } = verified.value
      expect(signer).toEqual(who.did === null ? { by: 'address', address: who.address } : { by: 'key', did: who.did, address: who.address })
      expect(statement.payload).toEqual({ ...offer, amount: index === 0 ? '50000' : '70000' })
      const verdict = judgeOffer(verified.value, agreed)
      expect(verdict).toEqual({ signer: who.standing, differs: index === 0 ? [] : ['amount'], expired: false })
      expect(isProof(verdict)).toBe(index === 0 && who.standing === 'payee')
      expect(readSignedOffer(parse(statement.raw))).toEqual(reading)
      expect(await officialOffer(parse(statement.raw) as EIP712SignedOffer)).toBe(who.did === null ? who.address : true)
    }
  })

  it.each([true, false])('verifies and is judged: a receipt, transaction named: %s', async (named) => {
    const reading = readReceipt(await settlementBy(who, named))
    if (reading?.ok !== true) throw new Error(JSON.stringify(reading))
    const verified = verifyStatement(reading.value, verifier)
    if (!verified.ok) throw new Error(verified.error)
    expect(verified.value.statement.payload).toEqual({ ...receipt, issuedAt: at / 1000, transaction: named ? transaction : '' })
    const verdict = judgeReceipt(verified.value, paid)
    expect(verdict).toEqual({ signer: who.standing, differs: [], transaction: named ? 'same' : 'unnamed' })
    expect(isProof(verdict)).toBe(who.standing === 'payee')
    expect(readSignedReceipt(parse(reading.value.raw))).toEqual(reading)
    expect(await officialReceipt(parse(reading.value.raw) as EIP712SignedReceipt)).toBe(who.did === null ? who.address : true)
  })
})

/** Every other value a field could be given by somebody who wants it to say something else. */
function alterations(value: string | number): readonly unknown[] {
  if (typeof value === 'number') return [value + 1, value - 1, 0, -value, value + 0.5, String(value), null]
  const last = value.endsWith('0') ? '1' : '0'
  return [value.slice(0, -1) + last, `${value}0`, value.slice(0, -1), '', ` ${value}`, `${value}\u0000`, `${value}\ud800`, [value], null]
}

const altered = <Payload extends OfferPayload | ReceiptPayload>(payload: Payload) =>
  Object.entries<string | number>({ ...payload }).flatMap(([field, value]) => alterations(value).map((change) => ({ field, payload: { ...payload, [field]: change } })))

const withoutEach = <Payload extends OfferPayload | ReceiptPayload>(payload: Payload) =>
  Object.keys(payload).map((field) => ({ field, payload: Object.fromEntries(Object.entries(payload).filter(([name]) => name !== field)) as unknown as Payload }))

/** The signed entry with another payload under the same signature. */
function forge(entry: object, payload: unknown): unknown {
  const { format, signature } = entry as { format: string; signature: string }
  if (format === 'eip712') return { format, payload, signature }
  const [head = '', , tail = ''] = signature.split('.')
  return { format, signature: `${head}.${base64Url(canonicalize(payload))}.${tail}` }
}

/** One of each way to sign. */
const each = everybody.filter(({ name }) => /^(?:the payee by EIP-712|the payee by ES256K, did:key|a stranger by EdDSA, did:jwk)$/.test(name))

describe.each(each)('altered after $name has signed', (who) => {
  /** EIP-712 recovers somebody from anything: then it must be nobody that is known. */
  const expectWorthless = ({ found, verdict }: { found: unknown; verdict: { signer: string } | null }, what: unknown): void => {
    const worthless = who.did === null ? found !== who.address && verdict?.signer !== 'payee' : found === null
    expect(worthless, JSON.stringify(what)).toBe(true)
  }

  it('no field of an offer can be', async () => {
    const entry = await who.signOffer(offer)
    expect(ourOffer(entry).verdict?.signer).toBe(who.standing)
    for (const { payload } of [...altered(offer), ...withoutEach(offer)]) expectWorthless(ourOffer(forge(entry, payload)), payload)
  })

  it('no field of a receipt can be', async () => {
    const entry = await who.signReceipt(receipt)
    expect(ourReceipt(entry).verdict?.signer).toBe(who.standing)
    for (const { payload } of [...altered(receipt), ...withoutEach(receipt)]) expectWorthless(ourReceipt(forge(entry, payload)), payload)
  })

  it('an offer is no receipt, nor the other way round', async () => {
    expect(ourReceipt(await who.signOffer(offer)).found).toBeNull()
    expect(ourOffer(await who.signReceipt(receipt)).found).toBeNull()
  })

  it('no byte can be, and nothing is taken that the official verifier refuses', async () => {
    const entry = (await who.signOffer(offer)) as EIP712SignedOffer | JWSSignedOffer
    for (const signature of spoilt(entry)) {
      const spoiltEntry = { ...entry, signature } as EIP712SignedOffer
      const ours = ourOffer(spoiltEntry)
      expectWorthless(ours, signature)
      if (ours.found !== null) expect(await officialOffer(spoiltEntry)).toBe(ours.found)
    }
  })
})

/** Each byte of what arrived with one of its bits turned, and what is too long or too short. */
function spoilt({ format, signature }: EIP712SignedOffer | JWSSignedOffer): readonly string[] {
  if (format === 'jws') {
    const turned = Array.from(signature, (character, index) => signature.slice(0, index) + String.fromCharCode(character.charCodeAt(0) ^ (1 << index % 6)) + signature.slice(index + 1))
    return [...turned, '', signature.slice(0, -1), signature.slice(1), `${signature}A`, `${signature}=`, `${signature}.`, ` ${signature}`]
  }
  const bytes = Buffer.from(signature.slice(2), 'hex')
  const turned = Array.from(bytes, (byte, index) => `0x${Buffer.from(bytes).fill(byte ^ (1 << index % 8), index, index + 1).toString('hex')}`)
  return [...turned, signature.slice(0, -2), `${signature}00`, signature.slice(2), '0x', '']
}

describe('signed by the payee itself, but saying something else', () => {
  const [byTypedData, byJws] = sellers()
  if (byTypedData === undefined || byJws === undefined) throw new Error('no sellers')

  it('an offer differs in exactly the field that was changed', async () => {
    const seen = new Set<string>()
    for (const { field, payload } of altered(offer)) {
      for (const who of [byTypedData, byJws]) {
        const { verdict } = ourOffer(await who.signOffer(payload).catch(() => null))
        if (verdict === null) continue
        seen.add(field)
        expect(verdict, JSON.stringify(payload)).toEqual({ signer: 'payee', differs: field === 'validUntil' ? [] : [field], expired: false })
        expect(isProof(verdict)).toBe(field === 'validUntil')
      }
    }
    expect([...seen]).toEqual(Object.keys(offer).filter((field) => field !== 'version'))
  })

  it('a receipt differs in exactly the field that was changed', async () => {
    const seen = new Set<string>()
    for (const { field, payload } of altered(receipt)) {
      for (const who of [byTypedData, byJws]) {
        const { verdict } = ourReceipt(await who.signReceipt(payload).catch(() => null))
        if (verdict === null) continue
        seen.add(field)
        const harmless = payload.transaction === '' || (field === 'issuedAt' && payload.issuedAt !== 0)
        expect(verdict.differs, JSON.stringify(payload)).toEqual(harmless ? [] : [field])
        expect(isProof(verdict)).toBe(harmless)
      }
    }
    expect([...seen]).toEqual(Object.keys(receipt).filter((field) => field !== 'version'))
  })
})

describe('beside the official package', () => {
  it('canonical JSON is written alike', () => {
    // Control characters aside: there the official writer leaves RFC 8785.
    const text = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((value) => !/\p{Cc}/u.test(value))
    const leaf = fc.oneof(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null))
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('tree'), { maxLength: 4 }), fc.dictionary(fc.oneof(text, fc.nat().map(String)), tie('tree'), { maxKeys: 5 })),
    }))
    fc.assert(
      fc.property(tree, (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value))
      }),
      { numRuns: 300 },
    )
  })

  it('an offer that never expires may leave that out, as the extension says, though the official verifier cannot read it', async () => {
    const [who] = sellers()
    const entry = (await who?.signOffer({ ...offer, validUntil: 0 })) as EIP712SignedOffer
    const { validUntil, ...rest } = entry.payload
    expect(validUntil).toBe(0)
    const open = { ...entry, payload: rest } as EIP712SignedOffer
    expect(ourOffer(open).verdict).toEqual({ signer: 'payee', differs: [], expired: false })
    expect(await officialOffer(open)).toBeNull()
    const read = readSignedOffer(open)
    expect(read.ok && (await officialOffer(parse(read.value.raw) as EIP712SignedOffer))).toBe(agreed.payTo)
  })
})
