import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const pageHere: AppHandler<'page.here'> = async (_, app, page) => {
  await app.watcher.caughtUp(page.tabId)
  if (!(await app.settings.read()).cardInPages) return ok(null)
  // The browser tells of its answer only when all of it has come.
  void app.pages.observedOnly(page.tabId, page.url)
  void app.pageDesk.injectCard(page.tabId)
  return ok(null)
}
