import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const wishesForget: AppHandler<'wishes.forget'> = async (_input, app) => {
  if (!(await app.wishes.forget())) return locked()
  app.changed('wishes')
  return ok(null)
}
