import { readModel, type Model } from '../../core/risk/model'
import shipped from '../../core/risk/packed-model.json'
import { unpackModel } from '../../core/risk/packed-model'

let model: Model | null | undefined

/**
 * The model that comes with this version (docs/RISK.md); null where it is not one for these features, and then the guards stand alone.
 * Unpacked with the first question: a worker that wakes up has no need of it.
 */
export function shippedModel(): Model | null {
  if (model === undefined) model = readModel(unpackModel(shipped))
  return model
}
