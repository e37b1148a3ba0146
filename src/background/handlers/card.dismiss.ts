import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const cardDismiss: AppHandler<'card.dismiss'> = async (_input, app, page) => {
  await app.pages.dismiss(page.tabId)
  return ok(null)
}
