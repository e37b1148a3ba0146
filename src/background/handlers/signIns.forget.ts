import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const signInsForget: AppHandler<'signIns.forget'> = async ({ site }, app) => {
  await app.consents.forget(site)
  app.changed('settings')
  return ok(null)
}
