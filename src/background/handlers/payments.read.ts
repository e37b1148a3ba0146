import { ok } from '../../core/result'
import { locked } from '../locked'
import { paymentDetail } from '../payment/payment-view'
import type { AppHandler } from './handler'

export const paymentsRead: AppHandler<'payments.read'> = async ({ id }, app) => {
  const books = await app.books()
  if (books === null) return locked()
  const purchase = await books.purchases.get(id)
  // Where the money went may not have been to be seen when it was paid.
  void app.settlements.trace(id)
  const { reported } = await books.purchases.watch.rules()
  if (purchase === null) return ok(null)
  const beside = { journal: await books.purchases.journal(id), reported: reported.some((one) => one.purchase === id), label: await books.labels.read(id), dispute: await app.disputes.newest(books, id) }
  return ok(paymentDetail(purchase, beside))
}
