import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const policyExport: AppHandler<'policy.export'> = async (_input, app) => {
  const lines = await app.policy.envelopes()
  return lines === null ? locked() : ok({ lines })
}
