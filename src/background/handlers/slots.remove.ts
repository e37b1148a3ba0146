import type { AppHandler } from './handler'
import { needsProof } from './needs-proof'

export const slotsRemove: AppHandler<'slots.remove'> = async ({ slot }, app, _sender, proof) => {
  if (proof === null) return needsProof()
  const removed = await app.security.remove(slot)
  app.changed('wallet')
  return removed
}
