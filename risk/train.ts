/**
 * Trains the model of the watch and writes it, and once more as it is shipped: `npm run risk:train`. The same bytes every time. What
 * it is worth is for `npm run risk:report` to say. `RISK_SIZE=0.1` makes worlds of a tenth, for a quick look, and writes nothing.
 */
import { writeFileSync } from 'node:fs'
import { writePackedModel } from '../scripts/packed-model'
import { sizeFrom } from './size'
import { calibrated, cleanWallets, fullSize, sha256, train, trainingExamples, trainingWallets, written } from './trainer/recipe'

const size = sizeFrom(process.env)
const examples = trainingExamples(trainingWallets(size.of(fullSize.training)))
console.log(`${examples.rows.length} examples`)
const model = calibrated(train(examples), cleanWallets(size.of(fullSize.validation)))
const text = written(model)
console.log(`${model.trees.length} trees, ${text.length} bytes, thresholds ${JSON.stringify(model.thresholds)}, sha256 ${sha256(text)}`)
if (size.isFull) {
  writeFileSync('src/core/risk/model.json', text)
  writePackedModel()
}
