import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const watchReport: AppHandler<'watch.report'> = async ({ payment, fraud }, app) => {
  if (!(await app.watch.report(payment, fraud))) return err({ code: 'locked', sentence: words.locked })
  app.changed('watch')
  app.changed('payments')
  return ok(null)
}
