import type { BrowserContext, CDPSession, Page } from 'playwright'

/** What one visit took. Milliseconds of the page's main thread and of the clock, MiB of heap. */
export interface Visit {
  readonly load: number
  readonly firstPaint: number
  readonly mainThread: number
  readonly script: number
  readonly heap: number
}

/** The detector looks a last time one and a half seconds after a page has loaded; what it does then is counted too. */
const settledMs = 1_700

/** Opens a page in a tab of its own, and waits until nothing happens there any more. */
export async function visit(context: BrowserContext, url: string): Promise<Visit> {
  return inTab(context, async (page, session) => {
    await session.send('Performance.enable')
    await open(page, url)
    const { load, firstPaint } = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      const [painted] = performance.getEntriesByName('first-contentful-paint')
      return { load: navigation?.loadEventEnd ?? Number.NaN, firstPaint: painted?.startTime ?? Number.NaN }
    })
    const { metrics } = await session.send('Performance.getMetrics')
    const spent = (name: string): number => (metrics.find((one) => one.name === name)?.value ?? Number.NaN) * 1000
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    return { load, firstPaint, mainThread: spent('TaskDuration'), script: spent('ScriptDuration'), heap: usedSize / 1024 / 1024 }
  })
}

/** What an extension runs in a page, by the browser's own trace: milliseconds in all, and the longest piece. */
export interface OwnWork {
  readonly total: number
  readonly longest: number
  /** Files of it that were run there. */
  readonly files: readonly string[]
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly ts: number
  readonly dur?: number
  readonly tid: number
  readonly args: { readonly data?: { readonly url?: string } }
}

export async function ownWork(context: BrowserContext, url: string): Promise<OwnWork> {
  const browser = context.browser()
  if (browser === null) throw new Error('This browser was not started here.')
  const page = await context.newPage()
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8'] })
  await open(page, url)
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: readonly TraceEvent[] }
  await page.close()
  const own = outermost(traceEvents.filter(({ ph, args }) => ph === 'X' && args.data?.url?.startsWith('chrome-extension://') === true))
  const times = own.map(({ dur = 0 }) => dur / 1000)
  const files = own.flatMap(({ args }) => new URL(args.data?.url ?? '').pathname.slice(1))
  return { total: times.reduce((sum, one) => sum + one, 0), longest: Math.max(0, ...times), files: [...new Set(files)] }
}

/** What runs within something else that is counted is not counted twice. */
function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const inOrder = [...events].sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0))
  const ends = new Map<number, number>()
  return inOrder.filter(({ tid, ts, dur = 0 }) => {
    if (ts < (ends.get(tid) ?? 0)) return false
    ends.set(tid, ts + dur)
    return true
  })
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'load' })
  await page.evaluate(
    (ms) => new Promise<void>((resolve) => new PerformanceObserver(() => setTimeout(resolve, ms)).observe({ type: 'mark', buffered: true })),
    settledMs,
  )
}

async function inTab<T>(context: BrowserContext, work: (page: Page, session: CDPSession) => Promise<T>): Promise<T> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  try {
    return await work(page, session)
  } finally {
    await session.detach()
    await page.close()
  }
}
