import type { AppHandler } from './handler'
import { needsProof } from './needs-proof'

export const backupMake: AppHandler<'backup.make'> = async ({ passphrase }, app, _sender, proof) => {
  if (proof === null) return needsProof()
  const made = await app.backups.make(passphrase, proof)
  app.changed('wallet')
  return made
}
