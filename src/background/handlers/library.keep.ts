import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import { isArticle } from '../library/copy-desk'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const libraryKeep: AppHandler<'library.keep'> = async ({ id }, app) => {
  const books = await app.books()
  if (books === null) return locked()
  const purchase = await books.purchases.get(id)
  if (purchase === null || !isArticle(purchase)) return err({ code: 'refused', sentence: words.library.gone })
  return (await app.copies.keep(purchase)) ? ok(null) : err({ code: 'refused', sentence: words.library.notKept })
}
