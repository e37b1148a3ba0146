import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const cardOpen: AppHandler<'card.open'> = async ({ item }, app, page) => {
  await app.pageDesk.open(page.tabId, item)
  return ok(null)
}
