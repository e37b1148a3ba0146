import { err, ok } from '../../core/result'
import type { AppHandler } from './handler'
import { openingRefusal } from './opening-refusal'

export const walletUnlock: AppHandler<'wallet.unlock'> = async ({ factor }, app) => {
  const opened = await app.wallet.unlock(factor)
  app.changed('wallet')
  if (!opened.ok) return err(openingRefusal(opened.error, factor))
  app.changed('approval')
  return ok(null)
}
