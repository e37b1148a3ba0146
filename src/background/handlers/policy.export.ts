import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const policyExport: AppHandler<'policy.export'> = async (_input, app) => {
  const lines = await app.policy.envelopes()
  return lines === null ? err({ code: 'locked', sentence: words.locked }) : ok({ lines })
}
