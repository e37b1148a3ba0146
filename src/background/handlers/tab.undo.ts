import { ok } from '../../core/result'
import { activeTab } from '../page/active-tab'
import type { AppHandler } from './handler'

export const tabUndo: AppHandler<'tab.undo'> = async ({ item }, app) => {
  const tab = await activeTab()
  if (tab !== null) await app.pageDesk.undo(tab.id, item)
  return ok(null)
}
