import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const policyDecline: AppHandler<'policy.decline'> = async ({ hash }, app) => {
  if (!(await app.policy.decline(hash))) return locked()
  return ok(null)
}
