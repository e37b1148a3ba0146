import { err } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { SessionEvent } from '../../messaging/views'
import type { AppHandler } from './handler'
import { needsProof } from './needs-proof'

/** Everything that may have told of it. */
const topics: readonly SessionEvent['topic'][] = ['payments', 'limits', 'allowances', 'watch', 'wishes', 'settings', 'page', 'wallet', 'approval']

export const privacyForget: AppHandler<'privacy.forget'> = async ({ scope }, app, _sender, proof) => {
  if (proof === null) return needsProof()
  if (scope.kind === 'period' && scope.to <= scope.from) return err({ code: 'refused', sentence: words.privacy.backwards })
  const forgotten = await app.privacy.forgetting.forget(scope)
  for (const topic of topics) app.changed(topic)
  return forgotten
}
