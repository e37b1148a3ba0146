import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const paymentsRetry: AppHandler<'payments.retry'> = async ({ id }, app) => {
  const books = await app.books()
  if (books === null) return locked()
  const purchase = await books.purchases.get(id)
  if (purchase !== null) await app.pageDesk.reopen(purchase)
  return ok(null)
}
