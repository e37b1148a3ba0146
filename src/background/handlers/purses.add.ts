import type { AppHandler } from './handler'
import { needsProof } from './needs-proof'

export const pursesAdd: AppHandler<'purses.add'> = async ({ name }, app, _sender, proof) => (proof === null ? needsProof() : app.purses.add(name, proof))
