import { browser } from '../../platform/browser'
import { notices } from '../notices'

/** What readers are told of outside every page. */
export type AlarmKind = 'fell' | 'tries' | 'confirmed' | 'dispute'

/** Tells the reader of something by the system's own means, where it may. It is in the log either way. */
export async function alarm(kind: AlarmKind, title: string, message: string): Promise<void> {
  try {
    await notices()?.create(`${kind}:${crypto.randomUUID()}`, { type: 'basic', iconUrl: browser.runtime.getURL('icons/asking-128.png'), title, message })
  } catch {
    // The system shows nothing.
  }
}
