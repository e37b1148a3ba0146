import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import { historyView } from '../history/history-view'
import type { AppHandler } from './handler'

export const historySearch: AppHandler<'history.search'> = async ({ least, most, ...query }, app) => {
  const books = await app.books()
  if (books === null) return err({ code: 'locked', sentence: words.locked })
  const answer = await books.history.search({ ...query, least: least === null ? null : BigInt(least), most: most === null ? null : BigInt(most) })
  return ok(historyView(answer))
}
