import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const allowancesDeclined: AppHandler<'allowances.declined'> = async (_input, app) => {
  const sites = await app.allowances.declined()
  return sites === null ? locked() : ok(sites)
}
