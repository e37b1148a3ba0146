import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const signInsRead: AppHandler<'signIns.read'> = async (_input, app) => {
  if ((await app.wallet.state()) !== 'unlocked') return err({ code: 'locked', sentence: words.locked })
  return ok(await app.consents.all())
}
