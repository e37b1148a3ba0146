import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reservedAmount } from '../spending/reserved'
import { applyEvent, isLive } from './machine'
import {
  afterExpiry, answered, authorization, delivered, expired, facts, fold, interrupted, nonce, quoted, refunded, reserved, sent, settled, signature,
  signed, start, terms, transaction,
} from './machine.fixtures'
import type { Purchase, PurchaseEvent, PurchaseState } from './purchase'
import { refundedAmount, unrefunded } from './refunds'

const recognised: PurchaseEvent = { type: 'recognised', at: start, terms, transaction }
const page = facts(200, { contentArrived: true, claim: { success: true, transaction, reason: null } })
const bill = facts(402)

/** A journal that leads to each state. */
const journals: Record<PurchaseState, readonly PurchaseEvent[]> = {
  quoted: [quoted],
  reserved: [quoted, reserved],
  signed: [quoted, reserved, signed],
  sent: [quoted, reserved, signed, sent],
  refused: [quoted, reserved, signed, sent, answered(bill)],
  unknown: [quoted, reserved, signed, sent, interrupted],
  settled: [quoted, reserved, signed, sent, settled],
  undelivered: [quoted, reserved, signed, sent, interrupted, settled],
  delivered: [quoted, reserved, signed, sent, answered(page), settled],
  void: [quoted, reserved, signed, sent, interrupted, expired],
}
const states = Object.keys(journals) as PurchaseState[]

const inState = (state: PurchaseState): Purchase => {
  const purchase = fold(journals[state])
  if (purchase?.state !== state) throw new Error(`journal for ${state} leads to ${purchase?.state ?? 'nothing'}`)
  return purchase
}
const next = (purchase: Purchase, event: PurchaseEvent) => {
  const result = applyEvent(purchase, event, 'p1')
  return result.ok ? result.value.state : null
}

describe('every state meets every event', () => {
  /** Rows: state. Columns: reserved, signed, sent, answered with a bill, answered with the page, interrupted, settled, expired, delivered. */
  const table: Record<PurchaseState, readonly (PurchaseState | null)[]> = {
    quoted: ['reserved', null, null, null, null, null, null, 'void', null],
    reserved: [null, 'signed', null, null, null, null, null, 'void', null],
    signed: [null, 'signed', 'sent', null, null, 'unknown', 'settled', 'void', null],
    sent: [null, null, null, 'refused', 'unknown', 'unknown', 'settled', 'void', null],
    refused: [null, 'signed', 'sent', 'refused', 'unknown', null, 'undelivered', 'void', null],
    unknown: [null, 'signed', 'sent', 'refused', 'unknown', 'unknown', 'undelivered', 'void', null],
    settled: [null, null, 'settled', 'undelivered', 'delivered', 'undelivered', null, null, 'delivered'],
    undelivered: [null, null, 'settled', 'undelivered', 'delivered', 'undelivered', null, null, 'delivered'],
    delivered: [null, null, 'delivered', 'delivered', 'delivered', 'delivered', null, null, null],
    void: [null, null, null, null, null, null, 'undelivered', null, null],
  }
  const events = [reserved, signed, sent, answered(bill), answered(page), interrupted, settled, expired, delivered]

  it.each(states)('%s', (state) => {
    expect(events.map((event) => next(inState(state), event))).toEqual(table[state])
    expect(next(inState(state), quoted)).toBeNull()
  })

  it('begins with a quote and nothing else', () => {
    expect(fold([quoted])?.state).toBe('quoted')
    for (const event of events) expect(applyEvent(null, event, 'p1').ok).toBe(false)
  })

  it('that the chain tells of is owned from the start, and is never signed, charged or let go', () => {
    const known = fold([recognised])
    expect(known).toMatchObject({ state: 'delivered', signed: null, deliveredAt: null, settlement: { at: start, transaction }, createdAt: start })
    for (const event of [reserved, signed, expired, settled, delivered, quoted, recognised]) expect(known && next(known, event)).toBeNull()
    expect(known && next(known, sent)).toBe('delivered')
    expect(fold([recognised, sent, answered(page)])).toMatchObject({ state: 'delivered', deliveredAt: start + 4 })
  })

  it.each(states)('once begun, is not recognised in state %s', (state) => expect(next(inState(state), recognised)).toBeNull())

  it('does not apply the events of another purchase', () => {
    expect(applyEvent(inState('quoted'), reserved, 'p2').ok).toBe(false)
  })
})

describe('signing', () => {
  it.each([
    ['nonce', { nonce: `0x${'ac'.repeat(32)}` }],
    ['value', { value: terms.amount + 1n }],
    ['smaller value', { value: terms.amount - 1n }],
    ['payee', { to: terms.payer }],
    ['payer', { from: terms.payTo }],
    ['asset', { asset: terms.payTo }],
    ['network', { network: 'eip155:8453' }],
  ] as const)('refuses another %s, first time and on renewal', (_, change) => {
    const other: PurchaseEvent = { type: 'signed', at: start, authorization: { ...authorization, ...change }, signature, note: null }
    for (const state of ['reserved', 'signed', 'refused', 'unknown'] as const) expect(next(inState(state), other)).toBeNull()
  })

  it('renews with a later end, and then waits for the later end', () => {
    const later = { ...authorization, validBefore: authorization.validBefore + 300n }
    const renewed = fold([...journals.unknown, { type: 'signed', at: afterExpiry, authorization: later, signature, note: null }])
    expect(renewed?.state).toBe('signed')
    expect(renewed && next(renewed, expired)).toBeNull()
    expect(renewed && next(renewed, { type: 'expired', at: Number(later.validBefore) * 1000 + 1 })).toBe('void')
  })

  it('refuses a renewal that ends sooner: the earlier signature could outlive it', () => {
    const sooner = { ...authorization, validBefore: authorization.validBefore - 1n }
    expect(next(inState('unknown'), { type: 'signed', at: start, authorization: sooner, signature, note: null })).toBeNull()
  })
})

describe('expiry', () => {
  it('is not believed up to the last moment of validity', () => {
    for (const state of ['signed', 'sent', 'refused', 'unknown'] as const) {
      expect(next(inState(state), { type: 'expired', at: afterExpiry - 1 })).toBeNull()
    }
  })

  it('lets go of what was never signed at once', () => {
    expect(next(inState('reserved'), { type: 'expired', at: start })).toBe('void')
  })

  it('of something never signed leaves nothing to settle', () => {
    const void_ = fold([quoted, reserved, { type: 'expired', at: start }])
    expect(void_ && next(void_, settled)).toBeNull()
  })
})

describe('content and money may come in either order', () => {
  it('content first, settlement later', () => {
    const purchase = fold([...journals.sent, answered(page)])
    expect(purchase).toMatchObject({ state: 'unknown', deliveredAt: start + 4 })
    expect(purchase && next(purchase, settled)).toBe('delivered')
  })

  it('settlement first, content later', () => {
    expect(fold([...journals.settled, answered(page)])).toMatchObject({ state: 'delivered', deliveredAt: start + 4 })
  })

  it('content is remembered through a second attempt that fails', () => {
    const purchase = fold([...journals.sent, answered(page), sent, answered(bill)])
    expect(purchase && next(purchase, settled)).toBe('delivered')
  })

  it('a free retry stays paid', () => {
    const retried = fold([...journals.undelivered, { ...sent, at: start + 99 }])
    expect(retried).toMatchObject({ state: 'settled', sentAt: start + 99, interruption: null, settlement: { transaction } })
  })

  it('what is owned stays owned, whatever comes of asking for it again', () => {
    const again = fold([...journals.delivered, { ...sent, at: start + 99 }, answered(bill), interrupted])
    expect(again).toMatchObject({ state: 'delivered', deliveredAt: start + 4, settlement: { transaction }, sentAt: start + 99 })
  })

  it('free content that was never charged ends as void', () => {
    const purchase = fold([...journals.sent, answered(facts(200, { contentArrived: true })), expired])
    expect(purchase).toMatchObject({ state: 'void', deliveredAt: start + 4 })
  })
})

describe('the transaction', () => {
  it('may be found later, and is then fixed', () => {
    const unnamed = fold([...journals.sent, { type: 'settled', at: start + 5, transaction: null }])
    const named = unnamed && fold([{ type: 'settled', at: start + 9, transaction }], unnamed)
    expect(named?.settlement).toEqual({ at: start + 5, transaction })
    expect(named && next(named, { type: 'settled', at: start + 10, transaction: nonce })).toBeNull()
  })
})

describe('the trace', () => {
  const traced = { type: 'traced', at: start + 9, sender: terms.payTo, onward: [{ to: terms.payer, amount: 5n }] } as const satisfies PurchaseEvent

  it('is read once, only of a known transaction, and moves nothing', () => {
    for (const state of states) {
      const before = inState(state)
      const result = applyEvent(before, traced, 'p1')
      expect(result.ok).toBe(before.settlement !== null)
      if (!result.ok) continue
      expect(result.value).toEqual({ ...before, trace: { sender: terms.payTo, onward: traced.onward }, version: before.version + 1, updatedAt: traced.at })
      expect(applyEvent(result.value, traced, 'p1').ok).toBe(false)
    }
    const unnamed = fold([...journals.sent, { type: 'settled', at: start + 5, transaction: null }])
    expect(unnamed && applyEvent(unnamed, traced, 'p1').ok).toBe(false)
  })

  it('of a purchase that the chain told of is read as well', () => {
    expect(fold([recognised, traced])).toMatchObject({ state: 'delivered', trace: { sender: terms.payTo } })
  })
})

describe('a refund', () => {
  it('is told of whatever was paid, in any state, and changes neither the state nor what was paid', () => {
    for (const state of states) {
      const before = inState(state)
      const result = applyEvent(before, refunded, 'p1')
      expect(result.ok, state).toBe(before.settlement !== null)
      if (!result.ok) continue
      expect(result.value).toEqual({ ...before, refunds: [{ ...refunded.refund, at: refunded.at }], version: before.version + 1, updatedAt: refunded.at })
      expect([reservedAmount(result.value), isLive(result.value)]).toEqual([reservedAmount(before), isLive(before)])
    }
    expect(fold([recognised, refunded])).toMatchObject({ state: 'delivered', refunds: [{ amount: terms.amount }] })
  })

  it('counts once, and comes in any number of parts', () => {
    const other = { ...refunded, at: refunded.at + 1, refund: { ...refunded.refund, logIndex: 8, amount: 1n } }
    const again = { ...refunded, at: refunded.at + 2, refund: { ...refunded.refund, amount: 5n, how: 'number' as const } }
    const purchase = fold([...journals.delivered, refunded, again, other, refunded])
    expect(purchase?.refunds).toEqual([{ ...refunded.refund, at: refunded.at }, { ...other.refund, at: other.at }])
    expect(purchase && refundedAmount(purchase)).toBe(terms.amount + 1n)
  })

  it('leaves to be paid back what did not come, and never less than nothing', () => {
    const [paid, part] = [inState('delivered'), { ...refunded, refund: { ...refunded.refund, amount: 20_000n } }]
    expect(unrefunded(inState('sent'))).toBe(0n)
    expect(unrefunded(paid)).toBe(terms.amount)
    expect(unrefunded(fold([part], paid) ?? paid)).toBe(30_000n)
    expect(unrefunded(fold([{ ...refunded, refund: { ...refunded.refund, amount: terms.amount * 3n } }], paid) ?? paid)).toBe(0n)
  })
})

describe('money held back', () => {
  it('from reservation until the chain has spoken', () => {
    const held = states.filter((state) => reservedAmount(inState(state)) === terms.amount)
    expect(held.sort()).toEqual(['refused', 'reserved', 'sent', 'signed', 'unknown'])
  })

  it('is live until delivered or void', () => {
    expect(states.filter((state) => !isLive(inState(state))).sort()).toEqual(['delivered', 'void'])
  })
})

const anyTime = fc.integer({ min: start, max: start + 1_000_000 })
const anyAuthorization = fc.record({
  network: fc.constantFrom(terms.network, 'eip155:8453' as const),
  asset: fc.constant(terms.asset),
  from: fc.constantFrom(terms.payer, terms.payTo),
  to: fc.constantFrom(terms.payTo, terms.payer),
  value: fc.constantFrom(terms.amount, terms.amount, terms.amount * 2n),
  validAfter: fc.constant(0n),
  validBefore: fc.integer({ min: 0, max: 900 }).map((seconds) => BigInt(start / 1000 + seconds)),
  nonce: fc.constantFrom(nonce, nonce, transaction),
})
const anyAnswer = fc.record({
  status: fc.constantFrom(200, 304, 402, 404, 412, 500, 502),
  contentArrived: fc.boolean(),
  claim: fc.option(fc.record({ success: fc.boolean(), transaction: fc.option(fc.constant(transaction)), reason: fc.constant(null) })),
  rawClaim: fc.constant(null),
})
const anyEvent: fc.Arbitrary<PurchaseEvent> = fc.oneof(
  fc.record({ type: fc.constant('quoted' as const), at: anyTime, terms: fc.constant(terms) }),
  fc.record({ type: fc.constant('reserved' as const), at: anyTime }),
  fc.record({ type: fc.constant('signed' as const), at: anyTime, authorization: fc.constant(authorization), signature: fc.constant(signature), note: fc.constantFrom(null, 'Thank you') }),
  fc.record({ type: fc.constant('signed' as const), at: anyTime, authorization: anyAuthorization, signature: fc.constant(signature), note: fc.constant(null) }),
  fc.record({ type: fc.constant('sent' as const), at: anyTime }),
  fc.record({ type: fc.constant('answered' as const), at: anyTime, answer: anyAnswer }),
  fc.record({ type: fc.constant('interrupted' as const), at: anyTime, why: fc.constantFrom('tab-closed' as const, 'network' as const) }),
  fc.record({ type: fc.constant('settled' as const), at: anyTime, transaction: fc.option(fc.constant(transaction)) }),
  fc.record({ type: fc.constant('expired' as const), at: anyTime }),
  fc.record({ type: fc.constant('delivered' as const), at: anyTime }),
  fc.record({ type: fc.constant('refunded' as const), at: anyTime, refund: fc.constantFrom(refunded.refund, { ...refunded.refund, logIndex: 8 }) }),
)
/** Half of the journals start well on their way, so that the late states are visited too. */
const anyJournal = fc
  .tuple(fc.constantFrom(...states), fc.boolean(), fc.array(anyEvent, { maxLength: 25 }))
  .map(([state, from, events]) => [...(from ? journals[state] : [quoted]), ...events])

describe('any sequence of events', () => {
  it('never holds a second nonce, another amount, or a signature that ends before one given away', () => {
    fc.assert(
      fc.property(anyJournal, (journal) => {
        let purchase: Purchase | null = null
        let longest = 0n
        for (const event of journal) {
          const result = applyEvent(purchase, event, 'p1')
          if (!result.ok) continue
          purchase = result.value
          if (event.type === 'signed' && event.authorization.validBefore > longest) longest = event.authorization.validBefore
          expect(purchase.terms).toBe(terms)
          if (purchase.signed === null) continue
          expect(purchase.signed.authorization).toMatchObject({ nonce, value: terms.amount, to: terms.payTo, from: terms.payer })
          expect(purchase.signed.authorization.validBefore).toBe(longest)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('never loses a purchase: one event ends any live one, and money seen to move stays recorded', () => {
    fc.assert(
      fc.property(anyJournal, (journal) => {
        const purchase = fold(journal)
        if (purchase === null) throw new Error('journals begin with a quote')
        const paid = purchase.settlement !== null
        expect(paid).toBe(['settled', 'delivered', 'undelivered'].includes(purchase.state))
        if (!isLive(purchase)) return
        const ends = [{ type: 'expired', at: start + 10_000_000 } as const, delivered].map((event) => next(purchase, event))
        expect(ends).toContain(paid ? 'delivered' : 'void')
      }),
      { numRuns: 400 },
    )
  })

  it('is the same purchase when replayed from the journal of what was accepted', () => {
    fc.assert(
      fc.property(anyJournal, (journal) => {
        const accepted: PurchaseEvent[] = []
        let snapshot: Purchase | null = null
        for (const event of journal) {
          const result = applyEvent(snapshot, event, 'p1')
          if (!result.ok) continue
          snapshot = result.value
          accepted.push(event)
        }
        expect(snapshot?.version).toBe(accepted.length)
        expect(fold(accepted)).toEqual(snapshot)
      }),
    )
  })
})
