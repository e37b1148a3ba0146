import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import { activeTab } from '../page/active-tab'
import type { AppHandler } from './handler'

export const tabOpen: AppHandler<'tab.open'> = async ({ item }, app) => {
  const tab = await activeTab()
  const opened = tab === null ? null : await app.pageDesk.open(tab.id, item)
  if (opened === null) return err({ code: 'refused', sentence: words.tabGone })
  return ok(opened)
}
