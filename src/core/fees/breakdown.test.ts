import fc from 'fast-check'
import { expect, it } from 'vitest'
import { breakdown, creatorKeeps, othersShare, readerTotal } from './breakdown'
import type { DeclaredFee, Declaration } from './declaration'
import { fundingCost, mostFundingBps } from './funding'

const price = fc.bigInt({ min: 1n, max: (1n << 256n) - 1n })

it('adds up to the signed value, to the last unit, and calls nothing undeclared zero', () => {
  fc.assert(
    fc.property(price, fc.constantFrom<Declaration>({ state: 'none' }, { state: 'void', why: 'stranger' }), (amount, declaration) => {
      const lines = breakdown(amount, declaration, 0)
      expect(readerTotal(lines)).toBe(amount)
      expect(lines.map((line) => [line.kind, line.amount, line.known])).toEqual([
        ['content', amount, 'agreed'],
        ['platform', null, 'undeclared'],
        ['facilitator', null, 'undeclared'],
        ['network', 0n, 'agreed'],
      ])
      expect(creatorKeeps(lines)).toBeNull()
    }),
  )
})

/** A price, and fees that together are no more than it, as a declaration has them. */
const declared = fc
  .tuple(price, fc.uniqueArray(fc.constantFrom<DeclaredFee['kind']>('platform', 'facilitator', 'network', 'escrow'), { maxLength: 4 }))
  .chain(([amount, kinds]) =>
    fc.record({
      amount: fc.constant(amount),
      parts: fc.array(fc.bigInt({ min: 0n, max: amount }), { minLength: kinds.length, maxLength: kinds.length }),
      payers: fc.array(fc.constantFrom<DeclaredFee['paidBy']>('reader', 'seller'), { minLength: kinds.length, maxLength: kinds.length }),
      kinds: fc.constant(kinds),
    }),
  )
  .map(({ amount, parts, payers, kinds }) => {
    const share = BigInt(kinds.length || 1)
    const fees = kinds.map((kind, at): DeclaredFee => ({ kind, amount: (parts[at] ?? 0n) / share, paidBy: payers[at] ?? 'seller', account: null }))
    return { amount, fees }
  })

it('whatever is declared: reader’s lines are the signed value, every unit has one place, none is below zero', () => {
  fc.assert(
    fc.property(declared, fc.constantFrom('signed', 'declared'), ({ amount, fees }, state) => {
      const lines = breakdown(amount, { state, fees }, 0)
      expect(readerTotal(lines)).toBe(amount)
      expect(lines.every((line) => line.amount !== null && line.amount >= 0n)).toBe(true)
      const kept = creatorKeeps(lines)
      expect(kept).not.toBeNull()
      expect((kept ?? 0n) + othersShare(lines)).toBe(amount)
      expect((kept ?? -1n) >= 0n).toBe(true)
      expect(new Set(lines.map(({ kind }) => kind)).size).toBe(lines.length)
      for (const fee of fees) expect(lines).toContainEqual({ ...fee, known: state })
    }),
  )
})

it('counts only what the reader pays', () => {
  const lines = [
    { kind: 'content', amount: 5n, paidBy: 'reader' },
    { kind: 'platform', amount: 2n, paidBy: 'seller' },
    { kind: 'facilitator', amount: 1n, paidBy: 'reader' },
  ] as const
  expect(readerTotal(lines)).toBe(6n)
  expect(creatorKeeps(lines)).toBe(3n)
})

it('says what the dollars cost before, beside the price and never in it', () => {
  fc.assert(
    fc.property(declared, fc.integer({ min: 1, max: mostFundingBps }), ({ amount, fees }, bps) => {
      const plain = breakdown(amount, { state: 'declared', fees }, 0)
      const lines = breakdown(amount, { state: 'declared', fees }, bps)
      expect(lines).toEqual([...plain, { kind: 'funding', amount: fundingCost(amount, bps), paidBy: 'earlier', known: 'reader', account: null }])
      expect([readerTotal(lines), creatorKeeps(lines), othersShare(lines)]).toEqual([amount, creatorKeeps(plain), othersShare(plain)])
    }),
  )
})
