import { featureNames } from '../../src/core/risk/features'
import type { Model } from '../../src/core/risk/model'

const table = Array.from({ length: 256 }, (_, index) => index)

/** A model that finds nothing. */
export const emptyModel: Model = { version: 1, features: [...featureNames], base: 0, trees: [], honest: { trees: table, rules: table }, thresholds: { notice: 1, ask: 2 } }
