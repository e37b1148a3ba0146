import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import { activeTab } from '../page/active-tab'
import type { AppHandler } from './handler'

export const tabTip: AppHandler<'tab.tip'> = async (_input, app) => {
  const tab = await activeTab()
  const opened = tab === null ? null : await app.pageDesk.tip(tab)
  return opened === null ? err({ code: 'refused', sentence: words.tabGone }) : ok(opened)
}
