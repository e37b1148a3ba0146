import shipped from '../../core/risk/model.json'
import { readModel } from '../../core/risk/model'

/** The model that comes with this version (docs/RISK.md); null where it is not one for these features, and then the guards stand alone. */
export const shippedModel = readModel(shipped)
