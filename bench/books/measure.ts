import type { Page } from 'playwright'
import { bundle, fill } from '../../demo/books/fill'
import { Extension, extensionUrl } from '../../e2e/support/extension'
import { historyQuestion } from '../../e2e/support/history'
import { devMnemonic } from '../../demo/world/accounts'
import type { Address } from '../../src/core/hex'
import { extensionMemory } from '../processes'
import { password, type Fresh } from './fresh'
import { measureFiles, type MeasuredFiles } from './files'
import { measureForgetting, type MeasuredForgetting } from './forgetting'

/** What was measured with so many payments. Milliseconds, and MiB. */
export interface Measured extends MeasuredFiles {
  readonly payments: number
  /** How long it took to write them, which nobody waits for but whoever measures. */
  readonly filled: number
  /** The worker was killed: until the newest payments are there, on the screen, and everything. */
  readonly firstAnswer: number
  readonly firstScreen: number
  /** The same for where the money went: answered with everything added up, and on the screen. */
  readonly totals: number
  readonly overview: number
  readonly whole: number
  /** The index has to be made: until the newest payments are there, and everything. */
  readonly firstAnswerUnmade: number
  readonly wholeUnmade: number
  /** Answers of the worker, median and slowest. */
  readonly typed: Spread
  readonly filtered: Spread
  readonly sorted: Spread
  /** From a key until the list shows what it finds, painted; null where the screen could not be asked. */
  readonly painted: Spread | null
  /** Worker and pages: before the history was looked at, and with all of it in memory. The page alone: its heap. */
  readonly memoryBefore: number | null
  readonly memoryAfter: number | null
  readonly pageHeap: number
  /** The same searches without an index: sealed payments are opened for each, or are read as plain rows. */
  readonly scannedSealed: number | null
  readonly scannedPlain: Spread | null
  readonly forgetting: MeasuredForgetting | null
}

/** What is left out because it takes minutes. */
export type Without = ReadonlySet<string>

export interface Spread {
  readonly median: number
  readonly slowest: number
}

const typed = ['lighthouse', 'zaunkonig', 'wren winter', '0.05', 'harbour-post']
/** As they are typed: "l", "li", "lig" … */
const prefixes = typed.flatMap((word) => Array.from(word, (_, at) => word.slice(0, at + 1)))
const filters = [{ hosts: ['lantern-post.example'] }, { kinds: ['tip' as const] }, { states: ['void' as const] }, { least: '100000', most: '500000' }, { tags: ['birds'] }]
const sorts = ['oldest', 'dearest', 'cheapest', 'site', 'title', 'newest'] as const

export async function measure(payments: number, without: Without): Promise<Measured> {
  const extension = await Extension.launch()
  try {
    const page = await extension.open('dashboard.html')
    await extension.ask(page, 'wallet.restore', { words: devMnemonic, password })
    const { address } = await extension.ask(page, 'account.read', {})
    const began = performance.now()
    await fill(page, address.toLowerCase() as Address, { payments, signed: !without.has('import') })
    return await measureFilled(extension, page, { payments, filled: performance.now() - began }, without)
  } finally {
    await extension.dispose()
  }
}

async function measureFilled(extension: Extension, page: Page, about: Pick<Measured, 'payments' | 'filled'>, without: Without): Promise<Measured> {
  const script = await bundle('bench/books/in-page.ts')
  const fresh: Fresh = async () => {
    await page.goto('about:blank')
    await page.goto(extensionUrl('manifest.json'))
    await extension.killWorker(page)
    await page.evaluate(script)
  }
  const first = historyQuestion({ limit: 50 })
  const ask = async (asked: Parameters<typeof historyQuestion>[0]): Promise<number> => (await page.evaluate((input) => globalThis.books.ask(input), historyQuestion({ limit: 50, ...asked }))).ms
  const askWhole = (): Promise<number> => page.evaluate((input) => globalThis.books.untilWhole(input), first)

  await fresh()
  const firstAnswerUnmade = await ask({})
  const wholeUnmade = firstAnswerUnmade + (await askWhole())
  // Payments that were written into the database by hand lack the sums that limits go by; a wallet that lived with them has those.
  await extension.ask(page, 'limits.read', {})

  await fresh()
  await extension.ask(page, 'wallet.read', {})
  const memoryBefore = extensionMemory(extension.profile)
  await fresh()
  const firstAnswer = await ask({})
  const whole = firstAnswer + (await askWhole())
  const eachTyped = await inTurn(prefixes, (text) => ask({ text }))
  const eachFiltered = await inTurn([...filters, ...filters], ask)
  const eachSorted = await inTurn(sorts, (sort) => ask({ sort }))
  const memoryAfter = extensionMemory(extension.profile)

  await fresh()
  const firstScreen = await untilPainted(page, 'history', '.found-title')
  await page.evaluate(script)
  const pageHeap = await heapOf(page)
  await askWhole()
  const painted = await inTurn(Array.from('lighthouse'), (letter) => page.evaluate((one) => globalThis.books.type(one), letter)).then((times) => times.filter((ms) => ms !== null))

  await fresh()
  const totals = await page.evaluate(() => globalThis.books.time('history.totals', { period: 'months12' }))
  await fresh()
  const overview = await untilPainted(page, 'overview', '.spending table, .spending canvas')

  await fresh()
  const peers = without.has('peers') ? { scannedSealed: null, scannedPlain: null } : await measurePeers(page)
  const files = await measureFiles(extension, page, fresh, without)
  const forgetting = without.has('forgetting') ? null : await measureForgetting(extension, page, fresh)
  return {
    ...about, ...files, ...peers, forgetting, firstAnswer, firstScreen, totals, overview, whole, firstAnswerUnmade, wholeUnmade, memoryBefore, memoryAfter, pageHeap,
    typed: spread(eachTyped), filtered: spread(eachFiltered), sorted: spread(eachSorted), painted: painted.length === 0 ? null : spread(painted),
  }
}

async function measurePeers(page: Page): Promise<Pick<Measured, 'scannedSealed' | 'scannedPlain'>> {
  const { ms: scannedSealed } = await page.evaluate(() => globalThis.books.scanSealed('lighthouse'))
  await page.evaluate(() => globalThis.books.writePlain())
  const plain = await inTurn(typed, async (text) => (await page.evaluate((one) => globalThis.books.scanPlain(one), text)).ms)
  return { scannedSealed, scannedPlain: spread(plain) }
}

/** From the beginning of the navigation until the first payment, or figure, was painted. */
async function untilPainted(page: Page, where: string, shows: string): Promise<number> {
  // A page that nobody sees is drawn once a second.
  await page.bringToFront()
  await page.goto(extensionUrl(`dashboard.html#/${where}`), { waitUntil: 'commit' })
  return page.evaluate<number>(`new Promise((resolve) => {
    const look = () => document.querySelector('${shows}') === null ? requestAnimationFrame(look) : requestAnimationFrame(() => resolve(performance.now()))
    look()
  })`)
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / 1024 / 1024
}

async function inTurn<T, Time extends number | null>(all: readonly T[], work: (one: T) => Promise<Time>): Promise<readonly Time[]> {
  const times: Time[] = []
  for (const one of all) times.push(await work(one))
  return times
}

function spread(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, slowest: sorted.at(-1) ?? Number.NaN }
}
