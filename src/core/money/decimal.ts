/** An exact fraction. The denominator is above zero. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** Reads a plain decimal ("1.1757") exactly. Null for anything else, and beyond 40 characters. */
export function parseDecimal(text: string): Fraction | null {
  if (text.length > 40) return null
  const parts = /^([0-9]+)(?:\.([0-9]+))?$/.exec(text)
  if (parts === null) return null
  const [, whole = '', fraction = ''] = parts
  return { numerator: BigInt(whole + fraction), denominator: 10n ** BigInt(fraction.length) }
}

/**
 * Numerator of `value` in units of 10^-digits, rounded half to even: the only rounding in this project.
 * The fraction may be negative; half-even treats both sides of zero alike.
 */
export function roundHalfEven(value: Fraction, digits: number): bigint {
  const scaled = value.numerator * 10n ** BigInt(digits)
  const magnitude = scaled < 0n ? -scaled : scaled
  const quotient = magnitude / value.denominator
  const twice = (magnitude % value.denominator) * 2n
  const up = twice > value.denominator || (twice === value.denominator && quotient % 2n === 1n)
  const rounded = up ? quotient + 1n : quotient
  return scaled < 0n ? -rounded : rounded
}
