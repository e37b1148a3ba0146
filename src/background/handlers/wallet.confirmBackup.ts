import { ok } from '../../core/result'
import type { AppHandler } from './handler'

export const walletConfirmBackup: AppHandler<'wallet.confirmBackup'> = async (_input, app) => {
  await app.wallet.confirmBackup()
  await app.security.wordsConfirmed(Date.now())
  app.changed('wallet')
  return ok(null)
}
