import { tipTarget } from '../../core/tips/target'
import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const pageTips: AppHandler<'page.tips'> = async ({ marks }, app, page) => {
  const target = tipTarget(marks, page.url)
  if (target === null) return ok(null)
  const written = app.pages.tipFound(page.tabId, page.url, target)
  app.tipLook.heard(page.tabId, { written })
  await written
  return ok(null)
}
