import { browser } from '../../platform/browser'
import { singleFlight } from '../single-flight'

/** How long silence has to last to mean that nothing was found, in milliseconds: a word comes with the end of the script, or just before. */
const silenceMs = 20

interface Told {
  /** Until what was found is written down. */
  readonly written: Promise<unknown>
}

/** Looks at a page with one of our scripts, which tells what it found, if anything. Asked for by the reader's click, never by a page. */
export class PageLook {
  readonly #script: string
  readonly #once = singleFlight<null>()
  readonly #waiting = new Map<number, (told: Told) => void>()

  constructor(script: string) {
    this.#script = script
  }

  /** Comes back when the page has been looked at, and what was found is written down. Never rejects. */
  async look(tabId: number): Promise<void> {
    await this.#once(String(tabId), async () => {
      const told = new Promise<Told>((resolve) => this.#waiting.set(tabId, resolve))
      try {
        await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [this.#script] })
        const silence = new Promise<null>((resolve) => setTimeout(() => resolve(null), silenceMs))
        await (await Promise.race([told, silence]))?.written
      } catch {
        // A page of the browser itself: nothing to look at.
      }
      this.#waiting.delete(tabId)
      return null
    })
  }

  /** The script in a tab tells what it found. */
  heard(tabId: number, told: Told): void {
    this.#waiting.get(tabId)?.(told)
  }
}
