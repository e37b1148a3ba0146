import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const walletCreate: AppHandler<'wallet.create'> = async ({ password }, app) => {
  const made = await app.wallet.create(password)
  if (!made.ok) return err({ code: 'refused', sentence: words.walletExists })
  // Nothing was ever paid with these words before: whatever is paid from now on is known here.
  await (await app.books())?.purses.change((kept) => ({ ...kept, memory: 'whole' }))
  app.changed('wallet')
  return ok({ words: made.value })
}
