import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const watchReport: AppHandler<'watch.report'> = async ({ payment, fraud }, app) => {
  if (!(await app.watch.report(payment, fraud))) return locked()
  app.changed('watch')
  app.changed('payments')
  return ok(null)
}
