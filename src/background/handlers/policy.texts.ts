import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const policyTexts: AppHandler<'policy.texts'> = async (_input, app) => {
  const texts = await app.policy.texts()
  return texts === null ? err({ code: 'locked', sentence: words.locked }) : ok(texts)
}
