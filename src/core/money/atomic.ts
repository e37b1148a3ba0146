import { parseDecimal } from './decimal'

/** The largest amount an EVM token can hold: 2^256 - 1, which has 78 decimal digits. */
const maxUint256 = (1n << 256n) - 1n

/**
 * Reads an amount of atomic units as the wire writes it: `0` or digits without a leading zero, below 2^256.
 * Null for anything else: signs, exponents, prefixes, spaces, other alphabets' digits.
 */
export function parseAtomic(text: string): bigint | null {
  if (text.length > 78 || !/^(?:0|[1-9][0-9]*)$/.test(text)) return null
  const value = BigInt(text)
  return value <= maxUint256 ? value : null
}

/** Exact decimal notation of an amount with `decimals` places, without trailing zeros: (50000, 6) is "0.05". */
export function toDecimal(atomic: bigint, decimals: number): string {
  const sign = atomic < 0n ? '-' : ''
  const digits = (atomic < 0n ? -atomic : atomic).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`
}

/** An amount as people write it, in atomic units: ("0.05", 6) is 50000. Null for anything but a plain decimal, and for what is finer than the token. */
export function fromDecimal(text: string, decimals: number): bigint | null {
  const value = parseDecimal(text)
  if (value === null) return null
  const scaled = value.numerator * 10n ** BigInt(decimals)
  return scaled % value.denominator === 0n ? scaled / value.denominator : null
}

/** Exact decimal notation in at least hundredths: (50000, 6) is "0.05", (500000, 6) is "0.50". */
export function toHundredths(atomic: bigint, decimals: number): string {
  const [whole = '0', fraction = ''] = toDecimal(atomic, decimals).split('.')
  return `${whole}.${fraction.padEnd(2, '0')}`
}

/**
 * Exact amount with its token's symbol, in at least hundredths: "0.05 USDC", "1.00 USDC", "0.000001 USDC"; in German "0,05 USDC".
 * @param locale BCP 47; English for what is read elsewhere @throws RangeError if it is not a language tag
 */
export function formatToken(atomic: bigint, token: { readonly decimals: number; readonly symbol: string }, locale = 'en'): string {
  const format = new Intl.NumberFormat(locale, { useGrouping: false, minimumFractionDigits: 2, maximumFractionDigits: Math.max(2, token.decimals) })
  // A string is formatted digit by digit; a number would pass through a float.
  return `${format.format(toDecimal(atomic, token.decimals) as `${number}`)} ${token.symbol}`
}
