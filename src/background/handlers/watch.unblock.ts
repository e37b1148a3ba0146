import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const watchUnblock: AppHandler<'watch.unblock'> = async ({ site }, app) => {
  const blocked = await app.watch.unblock(site)
  if (blocked === null) return err({ code: 'locked', sentence: words.locked })
  app.changed('watch')
  return ok(blocked)
}
