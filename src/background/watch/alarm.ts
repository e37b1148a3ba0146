import { browser } from '../../platform/browser'

/** What readers are told of outside every page. */
export type AlarmKind = 'fell' | 'tries' | 'confirmed' | 'dispute'

/** Tells the reader of something by the system's own means, where it may. It is in the log either way. */
export async function alarm(kind: AlarmKind, title: string, message: string): Promise<void> {
  try {
    if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return
    await browser.notifications.create(`${kind}:${crypto.randomUUID()}`, { type: 'basic', iconUrl: browser.runtime.getURL('icons/asking-128.png'), title, message })
  } catch {
    // The system shows nothing.
  }
}
