import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const privacyWeigh: AppHandler<'privacy.weigh'> = async ({ scope }, app) => {
  const view = await app.privacy.forgetting.weigh(scope)
  return view === null ? err({ code: 'locked', sentence: words.locked }) : ok(view)
}
