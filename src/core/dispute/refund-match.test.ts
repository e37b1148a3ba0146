import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LoggedTransfer } from '../chain/queries'
import type { Address, Bytes32 } from '../hex'
import { applyEvent } from '../purchase/machine'
import { quoted, reserved, sent, settled, signed, start, terms } from '../purchase/machine.fixtures'
import type { Purchase, PurchaseEvent, PurchaseTerms } from '../purchase/purchase'
import { refundedAmount } from '../purchase/refunds'
import { matchRefunds, type SeenOnChain } from './refund-match'

const { payTo, payer, amount } = terms
const signer: Address = `0x${'77'.repeat(20)}`
const stranger: Address = `0x${'88'.repeat(20)}`

/** A purchase that is paid. */
function bought(id: string, change: Partial<PurchaseTerms> = {}, events: readonly PurchaseEvent[] = [signed, sent, settled]): Purchase {
  const all = [{ ...quoted, terms: { ...terms, ...change } }, reserved, ...events.map((event) => (event.type === 'signed' ? { ...event, authorization: { ...event.authorization, ...authorized(change) } } : event))]
  return all.reduce<Purchase | null>((purchase, event) => {
    const applied = applyEvent(purchase, event, id)
    if (!applied.ok) throw new Error(event.type)
    return applied.value
  }, null) ?? missing()
}
const authorized = ({ payTo: to = payTo, payer: from = payer, amount: value = amount }: Partial<PurchaseTerms>) => ({ to, from, value })
const missing = (): never => {
  throw new Error('there is one')
}

const hash = (n: number): Bytes32 => `0x${n.toString(16).padStart(64, '0')}`
const transfer = (change: Partial<LoggedTransfer> = {}): LoggedTransfer => ({ from: payTo, to: payer, amount, transaction: hash(1), logIndex: 3, block: 20n, ...change })
const seen = (change: Partial<SeenOnChain> = {}): SeenOnChain => ({
  settledIn: 10n,
  signers: [],
  namedSince: [],
  numbered: [],
  transfers: [],
  isTaken: () => false,
  isDenied: () => false,
  others: [],
  ...change,
})
const after = (purchase: Purchase, refunds: ReturnType<typeof matchRefunds>['certain']): Purchase =>
  refunds.reduce((one, refund) => {
    const applied = applyEvent(one, { type: 'refunded', at: start, refund }, one.id)
    if (!applied.ok) throw new Error('each transfer counts once')
    return applied.value
  }, purchase)

describe('a number that was made from the dispute', () => {
  it('tells for certain, whatever the amount, also where many purchases are alike', () => {
    for (const value of [1n, amount, amount * 5n]) {
      const numbered = [transfer({ amount: value })]
      expect(matchRefunds(bought('a'), seen({ numbered, transfers: numbered, others: [bought('b'), bought('c')] }))).toEqual({
        certain: [{ transaction: hash(1), logIndex: 3, amount: value, block: 20n, how: 'number' }],
        ambiguous: [],
      })
    }
  })

  it('whose money went elsewhere is no refund', () => {
    expect(matchRefunds(bought('a'), seen({ numbered: [transfer({ to: stranger })] }))).toEqual({ certain: [], ambiguous: [] })
  })

  it('that moved nothing is no refund', () => {
    expect(matchRefunds(bought('a'), seen({ numbered: [transfer({ amount: 0n })] }))).toEqual({ certain: [], ambiguous: [] })
  })

  it('leaves less for what comes without one', () => {
    const numbered = [transfer({ amount: amount - 1n })]
    const plain = [transfer({ transaction: hash(2), amount: 2n })]
    expect(matchRefunds(bought('a'), seen({ numbered, transfers: plain }))).toMatchObject({ certain: [{ how: 'number' }], ambiguous: [] })
  })

  it('counts once', () => {
    const numbered = [transfer(), transfer()]
    const { certain } = matchRefunds(bought('a'), seen({ numbered }))
    expect(certain).toHaveLength(1)
    expect(matchRefunds(after(bought('a'), certain), seen({ numbered }))).toEqual({ certain: [], ambiguous: [] })
    expect(matchRefunds(bought('a'), seen({ numbered, isTaken: () => true }))).toEqual({ certain: [], ambiguous: [] })
  })
})

describe('a plain transfer', () => {
  it('is the refund where it can be nothing else', () => {
    for (const [from, signers] of [[payTo, []], [signer, [signer]]] as const) {
      expect(matchRefunds(bought('a'), seen({ signers, transfers: [transfer({ from })] }))).toMatchObject({ certain: [{ how: 'transfer', amount }], ambiguous: [] })
    }
  })

  it('from an account that the seller named only after the payment is asked about: it could have named anybody’s', () => {
    const transfers = [transfer({ from: signer })]
    expect(matchRefunds(bought('a'), seen({ namedSince: [signer], transfers }))).toEqual({ certain: [], ambiguous: transfers })
    expect(matchRefunds(bought('a'), seen({ namedSince: [signer], numbered: transfers })).certain, 'but not where the number tells').toHaveLength(1)
  })

  it.each([
    ['from a stranger', { from: stranger }],
    ['to somebody else', { to: stranger }],
    ['of nothing', { amount: 0n }],
    ['of more than was paid', { amount: amount + 1n }],
    ['from before the payment', { block: 9n }],
    ['from the block of the payment', { block: 10n }],
  ])('%s is no refund, and nobody is asked', (_, change) => {
    expect(matchRefunds(bought('a'), seen({ transfers: [transfer(change)] }))).toEqual({ certain: [], ambiguous: [] })
  })

  it('to whoever pays themselves is no refund', () => {
    expect(matchRefunds(bought('a', { payTo: payer }), seen({ transfers: [transfer({ from: payer })] }))).toEqual({ certain: [], ambiguous: [] })
  })

  it('that counts already is no refund', () => {
    expect(matchRefunds(bought('a'), seen({ transfers: [transfer()], isTaken: () => true }))).toEqual({ certain: [], ambiguous: [] })
  })

  it('is no refund of what was never charged', () => {
    expect(matchRefunds(bought('a', {}, [signed, sent]), seen({ transfers: [transfer()], numbered: [transfer()] }))).toEqual({ certain: [], ambiguous: [] })
  })

  it('is asked about where it may be for another purchase as well', () => {
    const others: [string, Purchase, boolean][] = [
      ['of the same price', bought('b'), true],
      ['that was dearer, for it may be a part', bought('b', { amount: amount * 2n }), true],
      ['of which it is not known yet whether it is paid', bought('b', {}, [signed, sent]), true],
      ['that was cheaper', bought('b', { amount: amount - 1n }), false],
      ['from another purse', bought('b', { payer: stranger }), false],
      ['at somebody else’s', bought('b', { payTo: stranger }), false],
      ['that was never signed', bought('b', {}, []), false],
      ['that is back already', after(bought('b'), [{ transaction: hash(9), logIndex: 0, amount, block: 15n, how: 'number' }]), false],
      ['that is back but for a part', after(bought('b'), [{ transaction: hash(9), logIndex: 0, amount: 1n, block: 15n, how: 'number' }]), false],
    ]
    for (const [what, other, isAsked] of others) {
      const match = matchRefunds(bought('a'), seen({ transfers: [transfer()], others: [other] }))
      expect([match.certain.length, match.ambiguous.length], what).toEqual(isAsked ? [0, 1] : [1, 0])
    }
  })

  it('is asked about where there are two, and where the block of the payment is not known', () => {
    const two = [transfer({ amount: 1n }), transfer({ amount: 2n, logIndex: 4 })]
    expect(matchRefunds(bought('a'), seen({ transfers: two }))).toEqual({ certain: [], ambiguous: two })
    expect(matchRefunds(bought('a'), seen({ settledIn: null, transfers: [transfer()] }))).toEqual({ certain: [], ambiguous: [transfer()] })
  })

  it('that the reader has said no to is not asked about again, and makes nothing else certain', () => {
    const two = [transfer({ amount: 1n }), transfer({ amount: 2n, logIndex: 4 })]
    const isDenied = ({ logIndex }: LoggedTransfer): boolean => logIndex === 3
    expect(matchRefunds(bought('a'), seen({ transfers: two, isDenied }))).toEqual({ certain: [], ambiguous: [two[1]] })
    expect(matchRefunds(bought('a'), seen({ transfers: [transfer()], isDenied }))).toEqual({ certain: [], ambiguous: [] })
  })
})

/** A wallet of a few purchases at two sellers, and whatever came from them; looked through in any order, again and again. */
describe('any purchases, and anything that comes', () => {
  const anyPurchase = fc.record({ amount: fc.constantFrom(10n, 20n, 50n), payTo: fc.constantFrom(payTo, stranger), payer: fc.constantFrom(payer, signer) })
  const anyTransfer = fc.record({
    from: fc.constantFrom(payTo, stranger),
    to: fc.constantFrom(payer, signer),
    amount: fc.constantFrom(0n, 5n, 10n, 20n, 50n, 70n),
    transaction: fc.constantFrom(hash(1), hash(2), hash(3), hash(4)),
    logIndex: fc.constantFrom(0, 1),
    block: fc.constantFrom(5n, 20n, 30n),
  }) satisfies fc.Arbitrary<LoggedTransfer>
  const placeOf = ({ transaction, logIndex }: Pick<LoggedTransfer, 'transaction' | 'logIndex'>): string => `${transaction} ${String(logIndex)}`
  const anyWorld = fc.record({
    sold: fc.array(anyPurchase, { minLength: 1, maxLength: 5 }),
    came: fc.uniqueArray(anyTransfer, { selector: placeOf, maxLength: 8 }),
    looks: fc.array(fc.record({ which: fc.nat(4), says: fc.option(fc.nat(7)) }), { maxLength: 25 }),
  })

  it('count every transfer once, give no purchase back more than it cost, and take nothing for certain that could be two’s', () => {
    fc.assert(
      fc.property(anyWorld, ({ sold, came, looks }) => {
        const purchases = sold.map((change, at) => bought(`p${String(at)}`, change))
        const counted = new Set<string>()
        for (const { which, says } of looks) {
          const at = which % purchases.length
          const purchase = purchases[at] ?? missing()
          const others = purchases.filter((_, place) => place !== at)
          const match = matchRefunds(purchase, seen({ transfers: came, isTaken: (one) => counted.has(placeOf(one)), others }))
          const answered = says === null ? undefined : match.ambiguous[says % Math.max(1, match.ambiguous.length)]
          const now = [...match.certain, ...(answered === undefined ? [] : [{ ...answered, how: 'reader' as const }])]
          for (const refund of now) {
            expect(counted.has(placeOf(refund)), 'counts once').toBe(false)
            counted.add(placeOf(refund))
          }
          purchases[at] = after(purchase, now)
        }
        for (const purchase of purchases) expect(refundedAmount(purchase)).toBeLessThanOrEqual(purchase.terms.amount)
        const places = purchases.flatMap(({ refunds }) => refunds.map(placeOf))
        expect(new Set(places).size).toBe(places.length)
        const all = purchases.flatMap(({ terms: paid, refunds }) => refunds.map((refund) => ({ paid, origin: came.find((one) => placeOf(one) === placeOf(refund)) })))
        for (const { paid, origin } of all) expect(origin).toMatchObject({ from: paid.payTo, to: paid.payer })
        // Whatever way round it is looked: what is certain without being asked has one purchase it can be for.
        for (const { refunds, id, terms: own } of purchases) {
          for (const refund of refunds.filter(({ how }) => how === 'transfer')) {
            const rivals = purchases.filter((other) => other.id !== id && other.terms.payTo === own.payTo && other.terms.payer === own.payer && other.terms.amount - refundedAmount(other) >= refund.amount)
            expect(rivals).toEqual([])
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
