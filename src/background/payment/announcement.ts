import { en as words } from '../../core/words/en'
import { browser } from '../../platform/browser'
import { notices } from '../notices'

const prefix = 'unasked:'

/** How long a payment that nobody was asked about can be stopped before it is signed. */
export const undoMs = 5_000

/**
 * Tells the reader, outside every page, what is about to be paid without a question. A page can cover a card, not this.
 * False where the system shows nothing: then nothing may be paid.
 */
export async function announce(purchaseId: string, price: string, host: string): Promise<boolean> {
  try {
    const shown = notices()
    if (shown === null) return false
    await shown.create(`${prefix}${purchaseId}`, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('icons/asking-128.png'),
      title: words.unasked.title(price),
      message: words.unasked.text(host, String(undoMs / 1000)),
    })
    return true
  } catch {
    return false
  }
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
