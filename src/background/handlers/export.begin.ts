import type { AppHandler } from './handler'
import { needsProof } from './needs-proof'

export const exportBegin: AppHandler<'export.begin'> = async (input, app, _sender, proof) => (proof === null ? needsProof() : app.exports.begin(input))
