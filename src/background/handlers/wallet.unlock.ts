import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const walletUnlock: AppHandler<'wallet.unlock'> = async ({ password }, app) => {
  const opened = await app.wallet.unlock(password)
  if (!opened.ok) {
    if (opened.error === 'wrong-password') return err({ code: 'wrong-password', sentence: words.wrongPassword })
    return err({ code: 'refused', sentence: opened.error === 'none' ? words.noWallet : words.damaged })
  }
  app.changed('wallet')
  app.changed('approval')
  return ok(null)
}
