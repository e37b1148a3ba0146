import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const cardOpen: AppHandler<'card.open'> = async ({ item }, app, sender) => {
  await app.pageDesk.open(sender.tabId, item)
  return ok(null)
}
