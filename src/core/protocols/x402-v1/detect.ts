/**
 * The headers of x402 version 1 (x402 v1, HTTP transport), in lower case. Kept free of imports: it is the only part of the
 * dialect that may run in other people's pages. The challenge itself is the body of a 402; some servers repeat it in a header.
 */
export const challengeHeader = 'x-payment-required'
export const settlementHeader = 'x-payment-response'
