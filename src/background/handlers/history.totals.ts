import { ok } from '../../core/result'
import { activeAsset } from '../app'
import { totalsView } from '../history/totals-view'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const historyTotals: AppHandler<'history.totals'> = async ({ period }, app) => {
  const books = await app.books()
  if (books === null) return locked()
  const payments = await books.history.entries()
  return ok(totalsView(payments, activeAsset(await app.settings.read()), period, Date.now()))
}
