import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const watchBlocked: AppHandler<'watch.blocked'> = async (_input, app) => {
  const blocked = await app.watch.blocked()
  if (blocked === null) return locked()
  return ok(blocked)
}
