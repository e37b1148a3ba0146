import { ok } from '../../core/result'
import { listArticles } from '../library/library-desk'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const libraryList: AppHandler<'library.list'> = async (asked, app) => {
  const books = await app.books()
  if (books === null) return locked()
  return ok(await listArticles(books, await app.settings.read(), asked))
}
