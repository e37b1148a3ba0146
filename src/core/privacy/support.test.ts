import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { powerOf, sumOf, supportReport, weekOf, type SupportFacts } from './support'

const facts: SupportFacts = {
  version: '1.2.3',
  browser: 'Chromium',
  network: 'Base',
  ownEndpoint: false,
  ownTipService: false,
  everywhere: true,
  cardInPages: true,
  ways: ['password', 'passkey', 'passkey'],
  kept: [{ kind: 'payments', count: 1_204, bytes: 3_210_000 }],
  sites: ['harbour.example', 'lantern.example'],
  payments: [{ at: Date.UTC(2026, 10, 29, 12), site: 'lantern.example', amount: 53_171n, kind: 'document', state: 'undelivered', dialect: 'x402-v2', status: 503, interruption: null }],
}

describe('a report for support', () => {
  it('says what may be of use to find a fault', () => {
    expect(supportReport(facts)).toEqual([
      'Farthing 1.2.3 on Chromium',
      'Network: Base, by the connection that came with Farthing',
      'Looks on every site, shows the card',
      'Opens with: passkey, password',
      'payments: 1000 to 9999, 1000 to 9999 kB',
      'week of 2026-11-23 · site 2 · $0.01 to $0.10 · document · undelivered · x402-v2 · 503',
    ])
  })

  it('holds no site, no sum and no day, whatever they are', () => {
    const payment = fc.record({ at: fc.integer({ min: 0, max: 4e12 }), site: fc.domain(), amount: fc.bigInt({ min: 101n, max: 10n ** 12n }) })
    fc.assert(
      fc.property(fc.array(payment, { minLength: 1, maxLength: 8 }), (made) => {
        const payments = made.map((one) => ({ ...one, kind: 'document' as const, state: 'delivered' as const, dialect: 'x402-v2' as const, status: null, interruption: null }))
        const report = supportReport({ ...facts, sites: made.map(({ site }) => site), payments }).slice(5)
        for (const { site, amount, at } of made) {
          const isMonday = new Date(at).getUTCDay() === 1
          for (const line of report) {
            expect(line).not.toContain(site)
            if (amount > 10_000n) expect(line).not.toContain(amount.toString())
            if (!isMonday) expect(line).not.toContain(new Date(at).toISOString().slice(0, 10))
          }
        }
      }),
    )
  })

  it('has weeks that begin on Mondays, and hold every moment of theirs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (at) => {
        const monday = Date.parse(weekOf(at).replace('week of ', ''))
        expect(new Date(monday).getUTCDay()).toBe(1)
        expect(at - monday).toBeGreaterThanOrEqual(0)
        expect(at - monday).toBeLessThan(7 * 24 * 3_600_000)
      }),
    )
  })

  it.each([
    [0n, 'under $0.01'],
    [9_999n, 'under $0.01'],
    [10_000n, '$0.01 to $0.10'],
    [99_999n, '$0.01 to $0.10'],
    [100_000n, '$0.10 to $1'],
    [1_000_000n, '$1 to $10'],
    [99_999_999n, '$10 to $100'],
    [100_000_000n, 'over $100'],
  ])('%s is %s', (amount, bucket) => expect(sumOf(amount)).toBe(bucket))

  it.each([[0, '0'], [1, '1 to 9'], [9, '1 to 9'], [10, '10 to 99'], [999, '100 to 999'], [1_000, '1000 to 9999'], [100_000, '100000 to 999999']])('%s is %s', (count, bucket) => expect(powerOf(count)).toBe(bucket))
})
