import type { AppHandler } from './handler'
import { needsProof } from './needs-proof'

export const privacyErase: AppHandler<'privacy.erase'> = async ({ evenSo }, app, _sender, proof) => {
  if (proof === null) return needsProof()
  const erased = await app.privacy.eraser.erase(evenSo)
  if (erased.ok) {
    // A count on the toolbar button would tell that there was something.
    await app.disputeNews.showWaiting()
    for (const topic of ['wallet', 'approval', 'page'] as const) app.changed(topic)
  }
  return erased
}
