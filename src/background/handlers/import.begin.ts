import type { AppHandler } from './handler'
import { needsProof } from './needs-proof'

export const importBegin: AppHandler<'import.begin'> = async (input, app, _sender, proof) => (proof === null ? needsProof() : app.imports.begin(input, proof))
