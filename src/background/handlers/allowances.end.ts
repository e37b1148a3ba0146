import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const allowancesEnd: AppHandler<'allowances.end'> = async ({ id }, app) => {
  const view = (await app.allowances.end(id)) ? await app.allowances.view() : null
  if (view === null) return locked()
  app.changed('allowances')
  return ok(view)
}
