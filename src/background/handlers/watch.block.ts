import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const watchBlock: AppHandler<'watch.block'> = async ({ payment }, app) => {
  const blocked = await app.watch.block(payment)
  if (blocked === null) return err({ code: 'locked', sentence: words.locked })
  app.changed('watch')
  return ok(blocked)
}
