/** What a purse held at some moment, and all that had been paid from it by then; atomic units. */
export interface SeenBalance {
  readonly total: bigint
  readonly spent: bigint
}

/**
 * How much of a balance is gone that no purchase accounts for, in atomic units; 0 where nothing is. Money that came in hides as
 * much: a balance says how much, and not whence.
 * @param last what was seen before; null where nothing was
 * @param underWay what purchases that are not settled yet may have taken already
 */
export function missing(last: SeenBalance | null, now: SeenBalance, underWay: bigint): bigint {
  if (last === null) return 0n
  const expected = last.total - (now.spent - last.spent)
  const gone = expected - now.total
  return gone > underWay ? gone - underWay : 0n
}
