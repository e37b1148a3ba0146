import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const privacySupport: AppHandler<'privacy.support'> = async (_input, app) => {
  const ways = (await app.wallet.ways()).map(({ kind }) => kind)
  const lines = await app.privacy.desk.report(ways)
  return lines === null ? err({ code: 'locked', sentence: words.locked }) : ok({ lines })
}
