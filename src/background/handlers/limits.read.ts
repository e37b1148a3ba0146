import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const limitsRead: AppHandler<'limits.read'> = async (_input, app) => {
  const view = await app.limits.view()
  return view === null ? locked() : ok(view)
}
