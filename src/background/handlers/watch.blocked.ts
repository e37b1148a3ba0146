import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const watchBlocked: AppHandler<'watch.blocked'> = async (_input, app) => {
  const blocked = await app.watch.blocked()
  if (blocked === null) return err({ code: 'locked', sentence: words.locked })
  return ok(blocked)
}
