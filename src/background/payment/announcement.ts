import { en as words } from '../../core/words/en'
import { browser } from '../../platform/browser'
import { notices } from '../notices'

const prefix = 'unasked:'

/** How long a payment that nobody was asked about can be stopped before it is signed. */
export const undoMs = 5_000

/** What the system has not shown by then is taken for not shown. */
const patienceMs = 2_000

type System = NonNullable<ReturnType<typeof notices>>

/**
 * Tells the reader, outside every page, what is about to be paid without a question. A page can cover a card, not this.
 * False where the system shows nothing: then nothing may be paid.
 */
export async function announce(purchaseId: string, price: string, host: string): Promise<boolean> {
  const system = notices()
  if (system === null) return false
  const id = `${prefix}${purchaseId}`
  const watched = new AbortController()
  const shown = isShown(system, id, watched.signal)
  try {
    await system.create(id, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('icons/asking-128.png'),
      title: words.unasked.title(price),
      message: words.unasked.text(host, String(undoMs / 1000)),
    })
    return await shown
  } catch {
    return false
  } finally {
    watched.abort()
  }
}

/**
 * Whether the system shows it. Firefox takes every notification, also where the system has no place for it or the reader wants quiet,
 * and tells afterwards whether it was shown or has gone; Chromium refuses to begin with, and has no such event.
 */
function isShown({ onShown, onClosed }: Partial<Pick<System, 'onShown'>> & Pick<System, 'onClosed'>, id: string, over: AbortSignal): Promise<boolean> {
  if (onShown === undefined) return Promise.resolve(true)
  return new Promise((resolve) => {
    const appears = (which: string): void => (which === id ? resolve(true) : undefined)
    const goes = (which: string): void => (which === id ? resolve(false) : undefined)
    const timer = setTimeout(resolve, patienceMs, false)
    onShown.addListener(appears)
    onClosed.addListener(goes)
    over.addEventListener('abort', () => {
      clearTimeout(timer)
      onShown.removeListener(appears)
      onClosed.removeListener(goes)
    })
  })
}

export async function takeBack(purchaseId: string): Promise<void> {
  await notices()?.clear(`${prefix}${purchaseId}`).catch(() => false)
}

/** After a start: what a worker announced that has died since is let go, and is announced no longer. */
export async function takeBackAll(): Promise<void> {
  const shown = (await notices()?.getAll().catch(() => ({}))) ?? {}
  for (const id of Object.keys(shown).filter((one) => one.startsWith(prefix))) await notices()?.clear(id)
}

/** The purchase that a notification is about; null where it is about none. */
export const announcedBy = (notification: string): string | null => (notification.startsWith(prefix) ? notification.slice(prefix.length) : null)
