import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const allowancesRead: AppHandler<'allowances.read'> = async (_input, app) => {
  const view = await app.allowances.view()
  return view === null ? locked() : ok(view)
}
