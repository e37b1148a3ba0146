import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const cardUndo: AppHandler<'card.undo'> = async ({ item }, app, page) => {
  await app.pageDesk.undo(page.tabId, item)
  return ok(null)
}
