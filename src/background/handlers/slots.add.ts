import type { AppHandler } from './handler'
import { needsProof } from './needs-proof'

export const slotsAdd: AppHandler<'slots.add'> = async ({ slot }, app, _sender, proof) => {
  if (proof === null) return needsProof()
  const added = await app.security.add(slot, proof)
  app.changed('wallet')
  return added
}
