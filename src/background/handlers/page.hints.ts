import { readHints } from '../../core/protocols/named/page'
import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const pageHints: AppHandler<'page.hints'> = async ({ hints }, app, page) => {
  const written = app.pages.named(page.tabId, page.url, readHints(hints))
  app.namedLook.heard(page.tabId, { written })
  if (await written) app.changed('page')
  return ok(null)
}
