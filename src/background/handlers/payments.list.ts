import { ok } from '../../core/result'
import { locked } from '../locked'
import { paymentRow } from '../payment/payment-view'
import type { AppHandler } from './handler'

export const paymentsList: AppHandler<'payments.list'> = async ({ before, limit }, app) => {
  const books = await app.books()
  if (books === null) return locked()
  const { purchases, next } = await books.purchases.list({ before, limit })
  return ok({ rows: purchases.map(paymentRow), next })
}
