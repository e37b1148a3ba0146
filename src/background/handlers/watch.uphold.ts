import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const watchUphold: AppHandler<'watch.uphold'> = async ({ site }, app) => {
  if (!(await app.watch.open(site, false))) return err({ code: 'locked', sentence: words.locked })
  app.changed('policy')
  return ok(null)
}
