import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const cardRead: AppHandler<'card.read'> = async (_input, app, page) => {
  void app.pageDesk.cardIsUp(page.tabId)
  return ok(await app.pageDesk.card(page.tabId))
}
