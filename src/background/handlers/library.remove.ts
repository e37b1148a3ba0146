import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import { tagOf } from '../library/copy-desk'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const libraryRemove: AppHandler<'library.remove'> = async ({ id }, app) => {
  const books = await app.books()
  if (books === null) return locked()
  const purchase = await books.purchases.get(id)
  if (purchase === null) return err({ code: 'refused', sentence: words.library.gone })
  const tag = tagOf(books, purchase)
  await books.copies.remove(tag)
  await books.contents.remove(tag)
  app.changed('library')
  return ok(null)
}
