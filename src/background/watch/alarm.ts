import type { NoticeKind } from '../../core/notices/kinds'
import type { Settings } from '../../messaging/views'
import { browser } from '../../platform/browser'
import { notices } from '../notices'

/** Tells the reader of something by the system's own means, where it may and they want it. It is in the wallet either way. */
export type Alarm = (kind: NoticeKind, title: string, message: string) => Promise<void>

export const alarmBy =
  (settings: () => Promise<Pick<Settings, 'quiet'>>): Alarm =>
  async (kind, title, message) => {
    try {
      if ((await settings()).quiet.includes(kind)) return
      await notices()?.create(`${kind}:${crypto.randomUUID()}`, { type: 'basic', iconUrl: browser.runtime.getURL('icons/asking-128.png'), title, message })
    } catch {
      // The system shows nothing.
    }
  }
