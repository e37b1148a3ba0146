import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expired, fold, quoted, reserved, settled, signed, terms } from '../purchase/machine.fixtures'
import type { Address } from '../hex'
import type { Purchase, PurchaseEvent } from '../purchase/purchase'
import { available, reservedTotal } from './reserved'

const here = { network: terms.network, asset: terms.asset, payer: terms.payer }
const other = `0x${'44'.repeat(20)}` as const
const make = (amount: bigint, network: typeof terms.network, payer: Address, more: readonly PurchaseEvent[]): Purchase => {
  const agreed = { ...signed, authorization: { ...signed.authorization, value: amount, network, from: payer } }
  const purchase = fold([{ ...quoted, terms: { ...terms, amount, network, payer } }, reserved, agreed, ...more])
  if (purchase === null) throw new Error('no purchase')
  return purchase
}
const anyPurchase = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.constantFrom(terms.network, 'eip155:8453' as const), fc.constantFrom(terms.payer, other), fc.constantFrom([], [settled], [expired]))
  .map(([amount, network, payer, more]) => make(amount, network, payer, more))

it('holds back exactly what is unresolved of that purse in that asset, and never goes below zero', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), fc.array(anyPurchase, { maxLength: 12 }), (balance, purchases) => {
      const held = purchases
        .filter((purchase) => purchase.terms.network === terms.network && purchase.terms.payer === terms.payer && purchase.state === 'signed')
        .reduce((sum, purchase) => sum + purchase.terms.amount, 0n)
      expect(reservedTotal(here, purchases)).toBe(held)
      expect(available(balance, here, purchases)).toBe(balance > held ? balance - held : 0n)
    }),
  )
})
