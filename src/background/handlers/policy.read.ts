import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const policyRead: AppHandler<'policy.read'> = async ({ seen }, app) => {
  const view = await app.policy.view(seen)
  if (seen && view !== null && view.unseen > 0) app.changed('policy')
  return view === null ? err({ code: 'locked', sentence: words.locked }) : ok(view)
}
