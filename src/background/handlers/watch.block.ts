import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const watchBlock: AppHandler<'watch.block'> = async ({ payment }, app) => {
  const blocked = await app.watch.block(payment)
  if (blocked === null) return locked()
  app.changed('watch')
  return ok(blocked)
}
