/** Where a seller says what it says beside its challenges. */
export const wellKnownPath = '/.well-known/x402-dispute.json'

/** The most that is read of what a seller says of its terms, wherever it says it, in characters. */
export const longestTerms = 16 * 1024
