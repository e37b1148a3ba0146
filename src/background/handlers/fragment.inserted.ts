import { ok } from '../../core/result'
import type { AppHandler } from './handler'

/** That the fragment arrived was journalled when the worker got it: what changes is the view, and its pictures can be kept now. */
export const fragmentInserted: AppHandler<'fragment.inserted'> = async ({ item }, app, page) => {
  const purchase = await app.pageDesk.inserted(page.tabId, item)
  if (purchase?.terms.kind === 'fragment') void app.copies.arrived(page.tabId, purchase.id)
  return ok(null)
}
