import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import { readArticle } from '../library/library-desk'
import type { AppHandler } from './handler'

export const libraryRead: AppHandler<'library.read'> = async ({ id }, app) => {
  const books = await app.books()
  if (books === null) return err({ code: 'locked', sentence: words.locked })
  return ok(await readArticle(books, id, Date.now()))
}
