import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const paymentsRetry: AppHandler<'payments.retry'> = async ({ id }, app) => {
  const books = await app.books()
  if (books === null) return err({ code: 'locked', sentence: words.locked })
  const purchase = await books.purchases.get(id)
  if (purchase !== null) await app.pageDesk.reopen(purchase)
  return ok(null)
}
