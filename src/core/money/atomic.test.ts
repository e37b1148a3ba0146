import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatToken, fromDecimal, parseAtomic, toDecimal } from './atomic'
import { parseDecimal } from './decimal'

const usdc = { decimals: 6, symbol: 'USDC' }
const amount = fc.bigInt({ min: 0n, max: (1n << 256n) - 1n })

describe('parseAtomic', () => {
  it.each(['1e4', '-1', '0x10', '010', '00', '', '+1', ' 1', '1 ', '1\n', '1.0', '1_000', '1,000', '１２', '٣', 'NaN', 'Infinity', '1n', '9'.repeat(79)])(
    'refuses %j',
    (text) => expect(parseAtomic(text)).toBeNull(),
  )

  it('reads up to 2^256 - 1 and not one more', () => {
    const top = (1n << 256n) - 1n
    expect(parseAtomic(top.toString())).toBe(top)
    expect(parseAtomic((top + 1n).toString())).toBeNull()
    expect(parseAtomic('0')).toBe(0n)
  })

  it('gives back every amount', () => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(parseAtomic(value.toString())).toBe(value)
      }),
    )
  })

  it('reads nothing that it would not write itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[+\-0-9eExX. ]{1,12}$/)), (text) => {
        const value = parseAtomic(text)
        expect(value === null || value.toString() === text).toBe(true)
      }),
    )
  })
})

describe('toDecimal', () => {
  it.each([
    [50_000n, 6, '0.05'],
    [0n, 6, '0'],
    [1n, 6, '0.000001'],
    [1_000_000n, 6, '1'],
    [1_234_560n, 6, '1.23456'],
    [7n, 0, '7'],
    [-50_000n, 6, '-0.05'],
  ] as const)('%s with %s places is %s', (atomic, decimals, text) => expect(toDecimal(atomic, decimals)).toBe(text))

  it('is exact: read back as a fraction it is the same amount', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 24 }), (value, decimals) => {
        const text = toDecimal(value, decimals)
        const [whole = '', fraction = ''] = text.split('.')
        expect(BigInt(whole + fraction.padEnd(decimals, '0'))).toBe(value)
        expect(text).not.toMatch(/\.$|\.[0-9]*0$|^0[0-9]/)
      }),
    )
  })

  it('adds up: the decimals of parts sum to the decimal of the whole', () => {
    const small = fc.bigInt({ min: 0n, max: 10n ** 20n })
    fc.assert(
      fc.property(fc.array(small, { minLength: 1, maxLength: 8 }), (parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0n)
        const micros = (text: string) => {
          const fraction = parseDecimal(text)
          if (fraction === null) throw new Error(text)
          return (fraction.numerator * 1_000_000n) / fraction.denominator
        }
        expect(parts.reduce((sum, part) => sum + micros(toDecimal(part, 6)), 0n)).toBe(micros(toDecimal(whole, 6)))
      }),
    )
  })
})

describe('fromDecimal', () => {
  it.each(['', '.5', '5.', '-1', '+1', '1e3', '1,5', ' 1', '0x1', '٣', '0.0000001', '1'.repeat(41)])('refuses %j', (text) => expect(fromDecimal(text, 6)).toBeNull())

  it('reads back what toDecimal writes, with any number of zeros behind', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.nat(3), (value, zeros) => {
        const text = toDecimal(value, 6)
        expect(fromDecimal(text, 6)).toBe(value)
        expect(fromDecimal((text.includes('.') ? text : `${text}.`) + '0'.repeat(zeros + 1), 6)).toBe(value)
      }),
    )
  })
})

it('formatToken shows hundredths at least, and every digit there is', () => {
  expect(formatToken(50_000n, usdc)).toBe('0.05 USDC')
  expect(formatToken(500_000n, usdc)).toBe('0.50 USDC')
  expect(formatToken(2_000_000n, usdc)).toBe('2.00 USDC')
  expect(formatToken(1n, usdc)).toBe('0.000001 USDC')
  expect(formatToken(12_345_678_901_234_567_890_123n, usdc), 'every digit of more than a float holds').toBe('12345678901234567.890123 USDC')
})

it('formatToken writes numbers as the reader’s language does, digit by digit', () => {
  expect(['de', 'fr', 'pt', 'es', 'ja'].map((tag) => formatToken(50_000n, usdc, tag))).toEqual(['0,05 USDC', '0,05 USDC', '0,05 USDC', '0,05 USDC', '0.05 USDC'])
  expect(formatToken(12_345_678_901_234_567_890_123n, usdc, 'de')).toBe('12345678901234567,890123 USDC')
})
