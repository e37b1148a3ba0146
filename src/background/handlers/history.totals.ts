import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import { activeAsset } from '../app'
import { totalsView } from '../history/totals-view'
import type { AppHandler } from './handler'

export const historyTotals: AppHandler<'history.totals'> = async ({ period }, app) => {
  const books = await app.books()
  if (books === null) return err({ code: 'locked', sentence: words.locked })
  const payments = await books.history.entries()
  return ok(totalsView(payments, activeAsset(await app.settings.read()), period, Date.now()))
}
