import { ok } from '../../core/result'
import { readArticle } from '../library/library-desk'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const libraryRead: AppHandler<'library.read'> = async ({ id }, app) => {
  const books = await app.books()
  if (books === null) return locked()
  return ok(await readArticle(books, id, Date.now()))
}
