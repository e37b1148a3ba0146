/** The most that a reader can say getting dollars cost them: a fifth. Basis points. */
export const mostFundingBps = 2_000

/**
 * What it cost the reader, earlier and elsewhere, to get these dollars: never part of what is signed. Rounded up to the unit.
 * @param amount atomic units
 * @param bps the reader's own figure, in hundredths of a percent of what they got
 */
export function fundingCost(amount: bigint, bps: number): bigint {
  return (amount * BigInt(bps) + 9_999n) / 10_000n
}
