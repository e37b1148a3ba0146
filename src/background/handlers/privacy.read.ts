import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { AppHandler } from './handler'

export const privacyRead: AppHandler<'privacy.read'> = async (_input, app) => {
  const view = await app.privacy.desk.view()
  return view === null ? err({ code: 'locked', sentence: words.locked }) : ok(view)
}
