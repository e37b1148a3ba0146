import { browser } from '../../platform/browser'

/** Tells the reader of something by the system's own means, where it may. It is in the log either way. */
export async function alarm(title: string, message: string): Promise<void> {
  try {
    if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return
    await browser.notifications.create({ type: 'basic', iconUrl: browser.runtime.getURL('icons/asking-128.png'), title, message })
  } catch {
    // The system shows nothing.
  }
}
