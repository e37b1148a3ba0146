import { countedFrom } from '../../core/history/totals'
import { ok } from '../../core/result'
import { activeAsset } from '../app'
import { totalsView } from '../history/totals-view'
import { locked } from '../locked'
import { zone } from '../today'
import type { AppHandler } from './handler'

export const historyTotals: AppHandler<'history.totals'> = async ({ period }, app) => {
  const books = await app.books()
  if (books === null) return locked()
  const now = Date.now()
  const toCount = await books.history.since(countedFrom(period, now, zone))
  return ok(totalsView(toCount, activeAsset(await app.settings.read()), period, now))
}
