import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright'
import { bundle } from '../../demo/books/fill'
import type { World } from '../../demo/world/index'
import { allowed, hurries } from '../../e2e/support/allowance'
import { Extension, extensionUrl } from '../../e2e/support/extension'
import { Reader } from '../../e2e/support/reader'
import { now, noteReading, pressesIn, readable, untilFound } from './look'
import { pressed, type Run } from './run'
import { sharesOf, type Shares } from './shares'

/** A browser with Farthing, and a reader who has been paying for a while. */
export interface Wallet {
  readonly reader: Reader
  /** Begins to listen at the borders of its worker, from which it must not sleep. */
  listen(): Promise<void>
  close(): Promise<void>
}

export async function openWallet(world: World): Promise<Wallet> {
  const extension = await Extension.launch()
  await noteReading(extension.context)
  const reader = await Reader.withPurse(extension, world, '100')
  await hurries(reader)
  const listen = async (): Promise<void> => {
    // A window of the wallet's own that is open looks at every change: most readers have none.
    await reader.desk.goto(extensionUrl('manifest.json'))
    await (await extension.worker()).evaluate(await bundle('bench/pay/in-worker.ts'))
  }
  return { reader, listen, close: () => extension.dispose() }
}

/** The reader allows small prices on this site: it is paid without a question from then on. */
export async function allowSite({ reader }: Wallet): Promise<void> {
  await allowed(reader, { perDay: '3000000' })
}

const addressOf = ({ world }: Reader, issue: number): string => `${world.articles.paid}?issue=${issue}`

export async function buyUnasked({ reader }: Wallet, issue: number): Promise<{ readonly run: Run; readonly shares: Shares }> {
  const worker = await reader.extension.worker()
  await reader.extension.context.clearCookies()
  const page = await reader.extension.context.newPage()
  await worker.evaluate(() => globalThis.takeMarks())
  const began = now()
  await page.goto(addressOf(reader, issue), { waitUntil: 'commit' })
  const there = await readable(page)
  const shares = sharesOf(await worker.evaluate(() => globalThis.takeMarks()), began, there)
  await page.close()
  return { run: pressed(began, [], there, shares.meant), shares }
}

/** Where the card's button is: at the same place in every window of one size. */
type Place = Readonly<Record<'x' | 'y', number>>

/** Finds that place as a screen reader would, which takes its time, and buys the piece. */
export async function findCard({ reader }: Wallet, issue: number): Promise<Place> {
  await reader.extension.context.clearCookies()
  const page = await reader.visit(addressOf(reader, issue))
  await reader.card(page).expectText(/Unlock for/)
  const button = (await reader.extension.accessibles(page)).find(({ role, name }) => role === 'button' && name.startsWith('Unlock for'))
  const place = await button?.middle()
  if (place === undefined) throw new Error('there is no card')
  await reader.unlock(page)
  await page.close()
  return place
}

export interface Approved {
  readonly run: Run
  /** From the yes until the request with the payment has left, and how much of that others were waited for. */
  readonly leaves: number
}

/** @param paceMs how long each press takes (hand.ts) */
export async function buyApproved({ reader }: Wallet, place: Place, issue: number, paceMs: number): Promise<Approved> {
  const { context } = reader.extension
  const worker = await reader.extension.worker()
  await context.clearCookies()
  const page = await context.newPage()
  await worker.evaluate(() => globalThis.takeMarks())
  const began = now()
  await page.goto(addressOf(reader, issue), { waitUntil: 'commit' })
  const approval = await openApproval(page, place, paceMs)
  const opening = (await pressesIn(page)).at(-1) ?? began
  const { yes, meant } = await agree(approval, paceMs)
  // A driven browser draws what is in front; on a desk the page is beside the window.
  await page.bringToFront()
  const there = await readable(page)
  const marks = await worker.evaluate(() => globalThis.takeMarks())
  const left = marks.find(({ what }) => what === 'leaves')?.from ?? Number.NaN
  await approval.close()
  await page.close()
  // A hand on its way to the button takes longer than that: nothing of it is waited for.
  return { run: pressed(began, [opening, yes], there, paceMs < meant ? meant : 0), leaves: left - yes }
}

/** Presses where the button will be as soon as the card is there. */
async function openApproval(page: Page, { x, y }: Place, paceMs: number): Promise<Page> {
  const opened = page.context().waitForEvent('page', { predicate: (one) => one.url().includes('approval.html') })
  const isOpen = opened.then(() => true)
  for (let open = false; !open; ) {
    await untilFound(page, ([left, top]) => (document.elementFromPoint(left, top)?.parentElement === document.documentElement ? true : null), [x, y] as const)
    await pause(paceMs)
    await page.mouse.click(x, y)
    open = await Promise.race([isOpen, pause(150, false)])
  }
  return opened
}

/** When something was seen first, and where its middle was. */
type Seen = Place & { readonly at: number }

/** Presses the button as soon as it takes a press. The time from its first sight until then is there so that a person can read. */
async function agree(approval: Page, paceMs: number): Promise<{ readonly yes: number; readonly meant: number }> {
  const when = (selector: string): Promise<Seen> =>
    untilFound(
      approval,
      (wanted) => {
        const box = document.querySelector(wanted)?.getBoundingClientRect()
        return box === undefined ? null : { at: performance.timeOrigin + performance.now(), x: box.x + box.width / 2, y: box.y + box.height / 2 }
      },
      selector,
    )
  const shown = await when('.pay')
  const [armed] = await Promise.all([when('.pay[aria-disabled=false]'), pause(paceMs)])
  await approval.mouse.click(armed.x, armed.y)
  const [yes = now()] = await pressesIn(approval).catch(() => [])
  return { yes, meant: armed.at - shown.at }
}
