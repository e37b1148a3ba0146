import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answered, authorization, delivered, expired, facts, fold, interrupted, quoted, refunded, reserved, sent, settled, signed, terms, transaction } from '../core/purchase/machine.fixtures'
import type { Purchase, PurchaseEvent } from '../core/purchase/purchase'
import { decodeJson, encodeJson, purchaseEventSchema, purchaseSchema } from './codec'

const events: readonly PurchaseEvent[] = [
  quoted,
  { ...quoted, terms: { ...terms, feeLines: [{ kind: 'platform', amount: null, paidBy: 'seller', known: 'undeclared', account: null }, { kind: 'network', amount: 0n, paidBy: 'seller', known: 'signed', account: '0x2222222222222222222222222222222222222222' }] } },
  reserved,
  signed,
  { ...signed, note: 'For the swifts' },
  sent,
  answered(facts(200, { contentArrived: true, claim: { success: true, transaction, reason: null }, rawClaim: 'e30=' })),
  answered(facts(502)),
  interrupted,
  settled,
  { ...settled, transaction: null },
  { type: 'traced', at: 1, sender: terms.payTo, onward: [{ to: terms.payer, amount: 5n }] },
  expired,
  delivered,
  refunded,
]
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
const plain = (value: unknown): unknown => JSON.parse(new TextDecoder().decode(encodeJson(value)))

it.each(events)('gives the event $type back as it was', (event) => {
  expect(decodeJson(purchaseEventSchema, encodeJson(event))).toEqual(event)
})

it('reads signatures from before there were notes', () => {
  const old = Object.fromEntries(Object.entries(plain(signed) as object).filter(([field]) => field !== 'note'))
  expect(decodeJson(purchaseEventSchema, bytes(old))).toEqual(signed)
})

it('gives every purchase along its life back as it was', () => {
  let purchase: Purchase | null = null
  for (const event of [quoted, reserved, signed, sent, interrupted, settled, delivered, refunded]) {
    purchase = fold([event], purchase)
    expect(decodeJson(purchaseSchema, encodeJson(purchase))).toEqual(purchase)
  }
})

it('keeps any amount and any text', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), fc.string({ unit: 'binary' }), (amount, title) => {
      const event: PurchaseEvent = { ...quoted, terms: { ...terms, amount, title } }
      expect(decodeJson(purchaseEventSchema, encodeJson(event))).toEqual(event)
    }),
  )
})

describe('a damaged row', () => {
  it.each(['', 'null', '[]', '{', '{}', '"quoted"', '{"type":"quoted"}', '{"type":"refunded","at":1}', '{"type":"returned","at":1}', '{"type":"sent","at":"1"}', '{"type":"sent","at":1,"more":1}'])(
    'is refused: %s',
    (text) => expect(decodeJson(purchaseEventSchema, new TextEncoder().encode(text))).toBeNull(),
  )

  it('is refused when it is not UTF-8', () => {
    expect(decodeJson(purchaseEventSchema, Uint8Array.of(0xff, 0xfe))).toBeNull()
  })

  it.each(['-1', '1e4', '0x10', '010', '', ' 1', '1.0', (2n ** 256n).toString(), 50_000, null])('is refused with the amount %j', (value) => {
    const event = { ...signed, authorization: { ...(plain(authorization) as object), value } }
    expect(decodeJson(purchaseEventSchema, bytes(event))).toBeNull()
  })

  it('is refused when any one field is missing', () => {
    const whole = plain(fold([quoted, reserved, signed, sent])) as Record<string, unknown>
    for (const field of Object.keys(whole).filter((name) => name !== 'trace' && name !== 'refunds')) {
      expect(decodeJson(purchaseSchema, bytes({ ...whole, [field]: undefined })), field).toBeNull()
    }
    expect(decodeJson(purchaseSchema, bytes(whole))).not.toBeNull()
  })

  it('from before rates were kept has none, and one with a rate gives it back', () => {
    const whole = plain(quoted) as { terms: Record<string, unknown> }
    expect(decodeJson(purchaseEventSchema, bytes({ ...whole, terms: { ...whole.terms, rate: undefined } }))).toEqual(quoted)
    const rate = { currency: 'EUR', numerator: 9n, denominator: 10n, source: 'feed' as const, at: 1 }
    const event: PurchaseEvent = { ...quoted, terms: { ...terms, rate } }
    expect(decodeJson(purchaseEventSchema, encodeJson(event))).toEqual(event)
    for (const wrong of [{ numerator: '0' }, { denominator: '0' }, { numerator: '1.5' }, { currency: 'euro' }, { more: 1 }]) {
      expect(decodeJson(purchaseEventSchema, bytes({ ...whole, terms: { ...whole.terms, rate: { ...(plain(rate) as object), ...wrong } } }))).toBeNull()
    }
  })

  it('from before anybody looked where the money went says nothing of it', () => {
    const older = { ...(plain(fold([quoted, reserved])) as Record<string, unknown>), trace: undefined }
    expect(decodeJson(purchaseSchema, bytes(older))).toMatchObject({ trace: null })
  })

  it('from before anybody looked for refunds had none', () => {
    const paid = fold([quoted, reserved, signed, sent, settled])
    expect(decodeJson(purchaseSchema, bytes({ ...(plain(paid) as object), refunds: undefined }))).toEqual(paid)
  })

  it.each([{ how: 'promise' }, { logIndex: -1 }, { logIndex: 1.5 }, { amount: '-1' }, { amount: 5 }, { transaction: '0xab' }, { more: 1 }])('is refused with the refund %j', (wrong) => {
    expect(decodeJson(purchaseEventSchema, bytes({ ...(plain(refunded) as object), refund: { ...(plain(refunded.refund) as object), ...wrong } }))).toBeNull()
  })
})
