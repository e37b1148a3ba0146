/**
 * A share in basis points as this language writes it: 12n is "0.12%".
 * @param locale BCP 47
 */
export function formatPercent(points: bigint, locale: string): string {
  const sign = points < 0n ? '-' : ''
  const magnitude = points < 0n ? -points : points
  const text = `${sign}${magnitude / 100n}.${(magnitude % 100n).toString().padStart(2, '0')}E-2`
  // A string is formatted digit by digit; a number would pass through a float.
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(text as `${number}`)
}
