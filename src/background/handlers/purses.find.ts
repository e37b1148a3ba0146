import type { AppHandler } from './handler'
import { needsProof } from './needs-proof'

export const pursesFind: AppHandler<'purses.find'> = async (_input, app, _sender, proof) => (proof === null ? needsProof() : app.purses.find(proof))
