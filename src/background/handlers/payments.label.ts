import { readLabel } from '../../core/history/label'
import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const paymentsLabel: AppHandler<'payments.label'> = async ({ id, note, tags }, app) => {
  const books = await app.books()
  if (books === null) return locked()
  if (await books.labels.write(id, readLabel(note, tags))) app.changed('payments')
  return ok(null)
}
