import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const privacyRead: AppHandler<'privacy.read'> = async (_input, app) => {
  const view = await app.privacy.desk.view()
  return view === null ? locked() : ok(view)
}
