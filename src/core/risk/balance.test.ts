import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { look, type SeenBalance } from './balance'

/** Looks one after the other: total, spent, under way. Gives what each finds gone. */
function looks(...all: readonly (readonly [total: bigint, spent: bigint, underWay?: bigint])[]): readonly bigint[] {
  let last: SeenBalance | null = null
  return all.map(([total, spent, underWay = 0n]) => {
    const { gone, seen } = look(last, total, spent, underWay)
    last = seen
    return gone
  })
}

describe('a look at the purse', () => {
  it('finds what is gone without a purchase, to the last unit, once', () => {
    expect(looks([500n, 0n], [450n, 50n])).toEqual([0n, 0n])
    expect(looks([500n, 0n], [449n, 50n], [449n, 50n])).toEqual([0n, 1n, 0n])
    expect(looks([500n, 0n], [450n, 0n, 50n])).toEqual([0n, 0n])
    expect(looks([500n, 0n], [449n, 0n, 50n])).toEqual([0n, 1n])
    expect(looks([0n, 0n])).toEqual([0n])
  })

  it('takes no balance that was read too early, or once too high, for a theft', () => {
    expect(looks([500n, 0n], [500n, 50n], [450n, 50n])).toEqual([0n, 0n, 0n])
    expect(looks([500n, 0n], [1_000_000n, 0n], [500n, 0n])).toEqual([0n, 0n, 0n])
  })

  it('believes what came in once it was seen twice', () => {
    expect(looks([500n, 0n], [900n, 0n], [900n, 0n], [800n, 0n])).toEqual([0n, 0n, 0n, 100n])
  })
})

it('no honest life alarms, however late each payment is known and however the looks lag by one', () => {
  const step = fc.record({ price: fc.bigInt({ min: 0n, max: 1_000n }), topUp: fc.constantFrom(0n, 0n, 0n, 5_000n), lags: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let [truth, spent, wasStale] = [10n ** 6n, 0n, false]
      const told: (readonly [bigint, bigint])[] = [[truth, spent]]
      for (const { price, topUp, lags } of steps) {
        const before = truth
        truth += topUp - price
        spent += price
        // A server that lags tells the balance of a moment ago; not twice in a row.
        const isStale = lags && !wasStale && topUp === 0n
        told.push([isStale ? before : truth, spent])
        wasStale = isStale
      }
      expect(looks(...told).every((gone) => gone === 0n)).toBe(true)
    }),
  )
})
