import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const cardDismiss: AppHandler<'card.dismiss'> = async ({ item }, app, page) => {
  // Whoever puts away what is about to be paid does not want it.
  await app.pageDesk.undo(page.tabId, item)
  await app.pages.dismiss(page.tabId)
  return ok(null)
}
