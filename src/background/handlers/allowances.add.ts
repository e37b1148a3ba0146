import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const allowancesAdd: AppHandler<'allowances.add'> = async (input, app) => {
  const added = await app.allowances.add(input)
  if (!added.ok) return added.error === 'locked' ? locked() : err({ code: 'refused', sentence: words.allowance[added.error] })
  app.changed('allowances')
  return ok(null)
}
