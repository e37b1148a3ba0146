import type { BrowserContext, Page } from 'playwright'

/** What a page notes of itself. Milliseconds since 1970, on the clock of this machine. */
export interface Noted {
  /** The first frame in which the whole piece is there. */
  readonly readable: number | null
  /** Presses of a person, or of who presses in their place. */
  readonly presses: readonly number[]
}

/** Text, for it runs before everything else in every page, and nothing may be put into it. */
const noting = `globalThis.__name ??= (one) => one
const noted = { readable: null, presses: [] }
Object.defineProperty(globalThis, 'noted', { value: noted })
const now = () => performance.timeOrigin + performance.now()
addEventListener('click', (event) => { if (event.isTrusted) noted.presses.push(now()) }, true)
const look = () => { if (document.querySelector('.end') === null) requestAnimationFrame(look); else noted.readable = now() }
requestAnimationFrame(look)`

/** From now on every page of this browser notes when it can be read, and when it was pressed. */
export async function noteReading(context: BrowserContext): Promise<void> {
  await context.addInitScript(noting)
}

/**
 * Waits in the page itself until something is found there, looking at every frame; a page that is loaded anew meanwhile is waited
 * for as well. What a driver brings to wait by its own means are 330 KB of script, which each page would have to run before it is
 * looked at.
 * @param find runs in the page, on its own
 */
export async function untilFound<Given, Found>(page: Page, find: (given: Given) => Found | null, given: Given): Promise<Found> {
  const waiting = `new Promise((resolve) => {
    const look = () => {
      const found = (${String(find)})(${JSON.stringify(given)})
      if (found === null) requestAnimationFrame(look)
      else resolve(found)
    }
    look()
  })`
  for (;;) {
    try {
      return await page.evaluate<Found>(waiting)
    } catch (error) {
      if (!String(error).includes('context was destroyed')) throw error
    }
  }
}

/** Waits until the whole piece is there. */
export const readable = (page: Page): Promise<number> => untilFound(page, () => (globalThis as unknown as { noted?: Noted }).noted?.readable ?? null, null)

export const pressesIn = (page: Page): Promise<readonly number[]> => page.evaluate(() => (globalThis as unknown as { noted: Noted }).noted.presses)

export const now = (): number => performance.timeOrigin + performance.now()
