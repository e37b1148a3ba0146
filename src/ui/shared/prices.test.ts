import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { tableOnly } from '../../core/money'
import { createPrices as create } from './prices'

vi.mock('../../messaging/client', () => ({ send: vi.fn(), onChanged: vi.fn() }))
vi.mock('../../platform/browser', () => ({ browser: {} }))

const now = Date.parse('2026-01-02T10:00:00Z')
const createPrices = (currency: string, locale: string) => create(currency, locale, tableOnly, now)
const money = (atomic: bigint) => ({ atomic: atomic.toString(), decimals: 6, symbol: 'USDC' })

describe('createPrices', () => {
  it('writes the reader\'s currency, and exactly beside it', () => {
    expect(createPrices('USD', 'en').price(money(50_000n))).toBe('$0.05')
    expect(createPrices('EUR', 'en').price(money(50_000n))).toBe('€0.043')
    expect(createPrices('EUR', 'en').exact(money(50_000n))).toBe('0.05 USDC')
  })

  it('calls only converted prices estimates, and says of which day', () => {
    expect(createPrices('USD', 'en-GB').estimate).toBeNull()
    expect(createPrices('EUR', 'en-GB').estimate?.summary).toBe('An estimate, at the exchange rate of 30 December 2025.')
  })

  it('tells rate, source, time and what it is over the reference rate, and calls an old one old', () => {
    const at = Date.parse('2026-01-02T09:30:00Z')
    const rates = { ...tableOnly, feeds: { EUR: { dollars: '1.12', at } }, peg: { dollars: '0.998', at } }
    const fresh = create('EUR', 'en-GB', rates, now).estimate
    expect(fresh?.summary).toMatch(/^An estimate, at the exchange rate of \d+:\d\d\.$/)
    expect(fresh?.details).toEqual([
      '$1 is €0.893, as Chainlink tells it.',
      'One USDC is taken for what it is worth: $0.998.',
      'That is 4.76% over the reference rate of the European Central Bank of 30 December 2025.',
      'Nothing is converted when you pay: you pay in dollars.',
    ])
    const week = 7 * 24 * 3_600_000
    expect(create('EUR', 'en-GB', rates, now + week).estimate?.summary).toMatch(/^An estimate, at an old exchange rate: of 2 January at \d+:\d\d\.$/)
    expect(create('JPY', 'en-GB', rates, now + week).estimate?.summary).toBe('An estimate, at an old exchange rate: of 30 December 2025.')
    expect(createPrices('EUR', 'en-GB').estimate?.details[1]).toBe('That is the reference rate of the European Central Bank of 30 December 2025.')
  })

  it('writes all lines of a ledger alike', () => {
    const dollars = createPrices('USD', 'en')
    expect(dollars.ledger([money(50_000n), money(10_000n)])(money(50_000n))).toBe('$0.05')
    expect(dollars.ledger([money(50_000n), money(1_234n)])(money(50_000n))).toBe('0.05 USDC')
    expect(createPrices('EUR', 'en').ledger([money(50_000n)])(money(50_000n))).toBe('0.05 USDC')
  })

  it('writes ledgers that add up as written, to the last digit', () => {
    const amount = fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 0n, max: 10n ** 5n }).map((cents) => cents * 10_000n))
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 4 }), fc.constantFrom('USD', 'EUR', 'JPY'), (lines, currency) => {
        const total = lines.reduce((sum, line) => sum + line, 0n)
        const write = createPrices(currency, 'en').ledger([...lines, total].map(money))
        const written = lines.reduce((sum, line) => sum + readExactly(write(money(line))), 0n)
        expect(written).toBe(readExactly(write(money(total))))
      }),
    )
  })
})

/** A written amount in millionths. */
function readExactly(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace(/[^0-9.]/g, '').split('.')
  return BigInt(whole + fraction.padEnd(6, '0'))
}
