import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const limitsChange: AppHandler<'limits.change'> = async ({ limits }, app) => {
  const view = (await app.limits.change(limits)) ? await app.limits.view() : null
  if (view === null) return locked()
  app.changed('limits')
  return ok(view)
}
