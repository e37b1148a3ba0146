import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const watchUphold: AppHandler<'watch.uphold'> = async ({ site }, app) => {
  if (!(await app.watch.open(site, false))) return locked()
  app.changed('policy')
  return ok(null)
}
