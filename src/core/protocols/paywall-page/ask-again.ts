/**
 * What a request says so that every x402 server names its price in a challenge. Servers of version 1, and those of version 2 from
 * before May 2026, answer a browser that accepts HTML with a page and nothing else.
 */
export const askAgainHeaders = { Accept: 'application/json' } as const
