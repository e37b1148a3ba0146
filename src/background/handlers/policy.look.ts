import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const policyLook: AppHandler<'policy.look'> = async (_input, app) => {
  if (!(await app.policy.look())) return locked()
  return ok(null)
}
