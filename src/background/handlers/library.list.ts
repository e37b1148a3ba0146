import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import { listArticles } from '../library/library-desk'
import type { AppHandler } from './handler'

export const libraryList: AppHandler<'library.list'> = async (asked, app) => {
  const books = await app.books()
  if (books === null) return err({ code: 'locked', sentence: words.locked })
  return ok(await listArticles(books, await app.settings.read(), asked))
}
