import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const walletRestore: AppHandler<'wallet.restore'> = async (input, app) => {
  const made = await app.wallet.restore(input.words, input.password)
  if (!made.ok) return err({ code: 'refused', sentence: made.error === 'exists' ? words.walletExists : words.badWords })
  app.changed('wallet')
  return ok(null)
}
