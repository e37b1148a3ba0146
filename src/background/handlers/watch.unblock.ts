import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const watchUnblock: AppHandler<'watch.unblock'> = async ({ site }, app) => {
  const blocked = await app.watch.unblock(site)
  if (blocked === null) return locked()
  app.changed('watch')
  return ok(blocked)
}
