import { browser } from '../../platform/browser'

/** What is wanted from a page: itself, or the pictures of a piece that was put into it. */
export interface Wanted {
  readonly kind: 'document' | 'fragment'
  /** Address of what was bought, without fragment. */
  readonly url: string
}

/** A page can make its own scripts' time long, and with it ours. */
const patienceMs = 40_000

/**
 * Brings what was bought out of the page in a tab, by a script that only such pages ever get. Null where the page takes no
 * scripts, is another one by now, or took too long. What comes back is hostile.
 */
export async function copyFromTab(tabId: number, wanted: Wanted): Promise<unknown> {
  const target = { tabId, frameIds: [0] }
  try {
    await browser.scripting.executeScript({ target, files: ['keeper.js'] })
    const brought = browser.scripting.executeScript({ target, func: callKeeper, args: [wanted] })
    let timer: ReturnType<typeof setTimeout> | undefined
    const tooLong = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), patienceMs)))
    const results = await Promise.race([brought, tooLong])
    clearTimeout(timer)
    return results?.[0]?.result ?? null
  } catch {
    return null
  }
}

/** Runs in the page's isolated world, alone: it is sent there as text. */
function callKeeper(wanted: Wanted): unknown {
  return (globalThis as unknown as Record<symbol, ((wanted: Wanted) => unknown) | undefined>)[Symbol.for('farthing.keeper')]?.(wanted)
}
