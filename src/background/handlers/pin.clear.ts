import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const pinClear: AppHandler<'pin.clear'> = async (_input, app) => {
  await app.wallet.pin.clear()
  app.changed('wallet')
  return ok(null)
}
