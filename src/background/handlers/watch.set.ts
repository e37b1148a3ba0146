import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const watchSet: AppHandler<'watch.set'> = async ({ guard, level }, app) => {
  const view = (await app.watch.set(guard, level)) ? await app.watch.view() : null
  if (view === null) return locked()
  app.changed('watch')
  return ok(view)
}
