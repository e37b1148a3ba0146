import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const walletLock: AppHandler<'wallet.lock'> = async (_input, app) => {
  await app.wallet.lock()
  app.changed('wallet')
  app.changed('approval')
  return ok(null)
}
