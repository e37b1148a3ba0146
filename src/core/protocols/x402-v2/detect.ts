/**
 * How an answer that speaks x402 v2 is recognised (x402 v2, HTTP transport). Kept free of imports:
 * it is the only part of the dialect that may run in other people's pages. Header names are lower case.
 */
export const challengeHeader = 'payment-required'
export const settlementHeader = 'payment-response'

/** 402, or 412 where a server asks for a token allowance first. */
export function isPaymentStatus(status: number): boolean {
  return status === 402 || status === 412
}
