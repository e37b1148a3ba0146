import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const pinSet: AppHandler<'pin.set'> = async ({ pin }, app) => {
  const set = await app.wallet.setPin(pin)
  app.changed('wallet')
  return set ? ok(null) : locked()
}
