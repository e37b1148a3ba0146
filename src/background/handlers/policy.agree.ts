import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const policyAgree: AppHandler<'policy.agree'> = async ({ hash }, app) => {
  if (!(await app.policy.agree(hash))) return err({ code: 'locked', sentence: words.locked })
  return ok(null)
}
