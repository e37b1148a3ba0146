import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const limitsChange: AppHandler<'limits.change'> = async ({ limits }, app) => {
  const view = (await app.limits.change(limits)) ? await app.limits.view() : null
  if (view === null) return err({ code: 'locked', sentence: words.locked })
  app.changed('limits')
  return ok(view)
}
