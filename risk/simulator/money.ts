const microsPerDollar = 1_000_000

/** A price as sellers write it, in atomic units: whole cents, and tenths of a cent below ten cents. @param dollars what it would be exactly */
export function price(dollars: number): bigint {
  const step = dollars < 0.1 ? 1_000 : 10_000
  return BigInt(Math.max(1, Math.round((dollars * microsPerDollar) / step)) * step)
}

/** A price times a factor, rounded to prices. */
export const times = (amount: bigint, factor: number): bigint => price((Number(amount) / microsPerDollar) * factor)

export const inDollars = (amount: bigint): number => Number(amount) / microsPerDollar
