import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const watchOpen: AppHandler<'watch.open'> = async ({ site }, app) => {
  if (!(await app.policy.isListed(site))) return err({ code: 'refused', sentence: words.policy.notListed })
  if (!(await app.watch.open(site, true))) return locked()
  app.changed('policy')
  return ok(null)
}
