/**
 * How a stock paywall page is recognised: the page of `@x402/paywall` (version 2) or of `x402` (version 1), made to be paid with
 * other wallets. Kept free of imports: it may run in other people's pages.
 */

/** The longest inline script that is looked at, in characters. The script with the data has 1 to 4 thousand; the page's program has 2 million. */
export const longestScript = 64 * 1024

/** True for the text of an inline script that may hold such a page's data. */
export function maySayWhatToPay(script: string): boolean {
  return script.length <= longestScript && script.includes('window.x402')
}
