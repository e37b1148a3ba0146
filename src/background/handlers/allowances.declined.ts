import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const allowancesDeclined: AppHandler<'allowances.declined'> = async (_input, app) => {
  const sites = await app.allowances.declined()
  return sites === null ? err({ code: 'locked', sentence: words.locked }) : ok(sites)
}
