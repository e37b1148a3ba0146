import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const pageFound: AppHandler<'page.found'> = async (input, app, page) => {
  const { cardInPages } = await app.settings.read()
  await app.watcher.caughtUp(page.tabId)
  const looked = app.pages.found(page.tabId, page.url, input)
  // Where cards are switched off, the same script still puts bought fragments in their place.
  if (cardInPages || input.tags.length > 0) void app.pageDesk.injectCard(page.tabId)
  await looked
  return ok({ card: cardInPages })
}
