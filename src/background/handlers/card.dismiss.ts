import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const cardDismiss: AppHandler<'card.dismiss'> = async (_input, app, sender) => {
  await app.pages.dismiss(sender.tabId)
  return ok(null)
}
