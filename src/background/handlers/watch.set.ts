import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const watchSet: AppHandler<'watch.set'> = async ({ guard, level }, app) => {
  const view = (await app.watch.set(guard, level)) ? await app.watch.view() : null
  if (view === null) return err({ code: 'locked', sentence: words.locked })
  app.changed('watch')
  return ok(view)
}
