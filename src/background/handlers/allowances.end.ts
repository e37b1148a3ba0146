import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const allowancesEnd: AppHandler<'allowances.end'> = async ({ id }, app) => {
  const view = (await app.allowances.end(id)) ? await app.allowances.view() : null
  if (view === null) return err({ code: 'locked', sentence: words.locked })
  app.changed('allowances')
  return ok(view)
}
