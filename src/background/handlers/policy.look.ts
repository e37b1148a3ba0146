import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const policyLook: AppHandler<'policy.look'> = async (_input, app) => {
  if (!(await app.policy.look())) return err({ code: 'locked', sentence: words.locked })
  return ok(null)
}
