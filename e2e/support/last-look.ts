import type { Page } from 'playwright'

/** The detector looks last this long after a page has loaded (`lateLookMs` in src/content/detector.ts), and the wallet acts on it: milliseconds. */
const lastLookMs = 2_000

/**
 * Waits, by the page's own clock, until the wallet has had its last look at it: what has not happened by then does not happen by
 * itself. Comes back at once for a page that is older.
 */
export async function afterLastLook(page: Page): Promise<void> {
  const isOver = (ms: number): boolean => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return entry !== undefined && entry.loadEventEnd > 0 && performance.now() > entry.loadEventEnd + ms
  }
  // By a timer: pages that nobody looks at draw no frames.
  await page.waitForFunction(isOver, lastLookMs, { polling: 100 })
}
