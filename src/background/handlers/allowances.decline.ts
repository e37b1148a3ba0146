import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const allowancesDecline: AppHandler<'allowances.decline'> = async ({ purchase }, app) => {
  await app.allowances.decline(purchase)
  app.changed('allowances')
  return ok(null)
}
