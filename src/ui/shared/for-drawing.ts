/**
 * How much of a whole a part is, from 0 to 1: for the length of a bar, and for nothing that is read, added up or compared.
 * The one place where money becomes a number: a pixel is coarser than a ten-thousandth, and screens measure in numbers.
 * @param part and @param whole atomic units of one token
 */
export function shareOf(part: bigint, whole: bigint): number {
  if (whole <= 0n || part <= 0n) return 0
  return part >= whole ? 1 : Number((part * 10_000n) / whole) / 10_000
}
