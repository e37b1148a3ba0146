import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const wishesForget: AppHandler<'wishes.forget'> = async (_input, app) => {
  if (!(await app.wishes.forget())) return err({ code: 'locked', sentence: words.locked })
  app.changed('wishes')
  return ok(null)
}
