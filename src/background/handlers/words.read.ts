import type { AppHandler } from './handler'
import { needsProof } from './needs-proof'

export const wordsRead: AppHandler<'words.read'> = async (_input, app, _sender, proof) =>
  proof === null ? needsProof : app.security.words(proof)
