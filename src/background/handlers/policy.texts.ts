import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const policyTexts: AppHandler<'policy.texts'> = async (_input, app) => {
  const texts = await app.policy.texts()
  return texts === null ? locked() : ok(texts)
}
