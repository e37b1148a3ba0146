import { ok } from '../../core/result'
import type { AppHandler } from './handler'

/** Only the view changes: that the fragment arrived was journalled when the worker got it. */
export const fragmentInserted: AppHandler<'fragment.inserted'> = async ({ item }, app, sender) => {
  await app.pageDesk.inserted(sender.tabId, item)
  return ok(null)
}
