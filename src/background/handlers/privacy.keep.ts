import { ok } from '../../core/result'
import { locked } from '../locked'
import type { AppHandler } from './handler'

export const privacyKeep: AppHandler<'privacy.keep'> = async ({ kind, days }, app) => {
  const view = (await app.privacy.retention.choose(kind, days, Date.now())) ? await app.privacy.desk.view() : null
  if (view === null) return locked()
  for (const topic of ['payments', 'watch', 'wishes'] as const) app.changed(topic)
  return ok(view)
}
