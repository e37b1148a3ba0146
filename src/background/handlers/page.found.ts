import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const pageFound: AppHandler<'page.found'> = async (input, app, sender) => {
  const { cardInPages } = await app.settings.read()
  const looked = app.pages.found(sender.tabId, sender.url, input)
  if (cardInPages) void app.pageDesk.injectCard(sender.tabId)
  await looked
  return ok({ card: cardInPages })
}
