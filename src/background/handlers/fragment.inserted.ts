import { ok } from '../../core/result'
import type { AppHandler } from './handler'

/** Only the view changes: that the fragment arrived was journalled when the worker got it. */
export const fragmentInserted: AppHandler<'fragment.inserted'> = async ({ item }, app, page) => {
  await app.pageDesk.inserted(page.tabId, item)
  return ok(null)
}
