import { readLabel } from '../../core/history/label'
import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const paymentsLabel: AppHandler<'payments.label'> = async ({ id, note, tags }, app) => {
  const books = await app.books()
  if (books === null) return err({ code: 'locked', sentence: words.locked })
  if (await books.labels.write(id, readLabel(note, tags))) app.changed('payments')
  return ok(null)
}
