import type { AppHandler } from './handler'
import { needsProof } from './needs-proof'

export const wordsCheck: AppHandler<'words.check'> = async (input, app, _sender, proof) => {
  if (proof === null) return needsProof()
  const checked = await app.security.checkWords(input.words, proof, Date.now())
  app.changed('wallet')
  return checked
}
