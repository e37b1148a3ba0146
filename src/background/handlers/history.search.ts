import { ok } from '../../core/result'
import { historyView } from '../history/history-view'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const historySearch: AppHandler<'history.search'> = async ({ least, most, ...query }, app) => {
  const books = await app.books()
  if (books === null) return locked()
  const answer = await books.history.search({ ...query, least: least === null ? null : BigInt(least), most: most === null ? null : BigInt(most) })
  return ok(historyView(answer))
}
