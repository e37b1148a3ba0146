import type { AppHandler } from './handler'
import { needsProof } from './needs-proof'

export const slotsAddRecovery: AppHandler<'slots.addRecovery'> = async (_input, app, _sender, proof) => {
  if (proof === null) return needsProof()
  const added = await app.security.addRecovery(proof)
  app.changed('wallet')
  return added
}
