import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const privacyWeigh: AppHandler<'privacy.weigh'> = async ({ scope }, app) => {
  const view = await app.privacy.forgetting.weigh(scope)
  return view === null ? locked() : ok(view)
}
