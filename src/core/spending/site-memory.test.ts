import { describe, expect, it } from 'vitest'
import { fold, quoted, reserved, settled, signed, terms } from '../purchase/machine.fixtures'
import type { Purchase } from '../purchase/purchase'
import { usualPrice } from '../risk/records'
import { remember, unknownSite, type SiteMemory } from './site-memory'

const hour = 3_600_000
const nothing = unknownSite(terms, 'news.example')

/** A purchase that the chain has shown to be paid. */
function paid(amount: bigint, covers: string | undefined, at: number): Purchase {
  const purchase = fold([quoted, reserved, signed, { ...settled, at }])
  if (purchase === null) throw new Error('it was paid')
  return { ...purchase, terms: { ...terms, amount, offer: JSON.stringify({ extra: { covers } }) } }
}
const after = (...purchases: readonly Purchase[]): SiteMemory => purchases.reduce((memory, purchase) => remember(memory, purchase, null, true), nothing)

describe('what is remembered of a site', () => {
  it('is what single pieces cost there: a pass changes nothing of that', () => {
    const pieces = [4n, 5n, 6n].map((amount) => paid(amount, undefined, hour))
    expect(usualPrice(after(...pieces).amounts)).toBe(5n)
    expect(usualPrice(after(...pieces, paid(500n, 'month', hour), paid(90n, 'day', hour)).amounts)).toBe(5n)
  })

  it('is the pass that lasts longest, from when it was paid', () => {
    expect(after(paid(5n, 'article', hour)).pass).toBeNull()
    const [day, month] = [paid(50n, 'day', hour), paid(500n, 'month', 2 * hour)]
    const monthPass = { kind: 'month', until: 2 * hour + 31 * 24 * hour }
    expect(after(day).pass).toEqual({ kind: 'day', until: 25 * hour })
    expect([after(day, month).pass, after(month, day).pass]).toEqual([monthPass, monthPass])
  })

  it('is no pass before the chain has shown it to be paid', () => {
    expect(remember(nothing, paid(50n, 'day', hour), null, false).pass).toBeNull()
  })
})
