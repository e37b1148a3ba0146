import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const pageFound: AppHandler<'page.found'> = async (input, app, page) => {
  const { cardInPages } = await app.settings.read()
  const looked = app.pages.found(page.tabId, page.url, input)
  if (cardInPages) void app.pageDesk.injectCard(page.tabId)
  await looked
  return ok({ card: cardInPages })
}
