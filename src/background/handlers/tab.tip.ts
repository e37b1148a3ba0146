import { err } from '../../core/result'
import { en as words } from '../../core/words/en'
import { activeTab } from '../page/active-tab'
import type { AppHandler } from './handler'

export const tabTip: AppHandler<'tab.tip'> = async (_input, app) => {
  const tab = await activeTab()
  const opened = tab === null ? err('gone' as const) : await app.pageDesk.tip(tab)
  return opened.ok ? opened : err({ code: 'refused', sentence: opened.error === 'gone' ? words.tabGone : words.tip.nobody })
}
