import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const policyRead: AppHandler<'policy.read'> = async ({ seen }, app) => {
  const view = await app.policy.view(seen)
  if (seen && view !== null && view.unseen > 0) app.changed('policy')
  return view === null ? locked() : ok(view)
}
