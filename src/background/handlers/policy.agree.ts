import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const policyAgree: AppHandler<'policy.agree'> = async ({ hash }, app) => {
  if (!(await app.policy.agree(hash))) return locked()
  return ok(null)
}
