import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const pinSet: AppHandler<'pin.set'> = async ({ pin }, app) => {
  const set = await app.wallet.setPin(pin)
  app.changed('wallet')
  return set ? ok(null) : err({ code: 'locked', sentence: words.locked })
}
