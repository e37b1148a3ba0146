import type { AppHandler } from './handler'
import { needsProof } from './needs-proof'

export const wordsRead: AppHandler<'words.read'> = async (_input, app, _sender, proof) => {
  if (proof === null) return needsProof()
  const read = await app.security.words(proof)
  app.changed('wallet')
  return read
}
