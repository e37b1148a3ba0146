/** What a purse was seen to hold, and all that had been paid from it by then; atomic units. */
export interface SeenBalance {
  /** The least of the last two looks: what comes in is believed once it was seen twice. */
  readonly sure: bigint
  /** What the last look told. */
  readonly total: bigint
  readonly spent: bigint
}

/** A look at the purse: what to keep of it, and how much is gone that no purchase accounts for; 0 where nothing is. */
export interface Look {
  readonly gone: bigint
  readonly seen: SeenBalance
}

/**
 * Holds what a purse holds against what was seen before. A balance that was read a moment before a payment took it, or from a
 * server that lags behind, is too high by that payment, and the next true one would look like a theft: so a rise counts only when
 * the next look tells of it, too. Money that came in hides as much: a balance says how much, and not whence.
 * @param last what was kept of the look before; null where there was none
 * @param total what the purse holds now @param spent all that was ever paid from it, by what is known now
 * @param underWay what purchases that are not settled yet may have taken already
 */
export function look(last: SeenBalance | null, total: bigint, spent: bigint, underWay: bigint): Look {
  if (last === null) return { gone: 0n, seen: { sure: total, total, spent } }
  const paid = spent - last.spent
  const missing = last.sure - paid - total
  return { gone: missing > underWay ? missing - underWay : 0n, seen: { sure: least(total, last.total - paid), total, spent } }
}

const least = (one: bigint, other: bigint): bigint => {
  const smaller = one < other ? one : other
  return smaller < 0n ? 0n : smaller
}
