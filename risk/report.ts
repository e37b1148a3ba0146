/**
 * Trains, tests and writes docs/RISK.md: `npm run risk:report`. Some minutes on one core; the same text every time, but for the
 * times that a payment takes. `RISK_SIZE=0.1`
 * makes worlds of a tenth, for a quick look at the text on the console, and writes nothing. `npm run risk:report -- --words` writes
 * the text anew from what was measured last.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { costsOf } from '../bench/risk/cost'
import { readModel } from '../src/core/risk/model'
import { measure, type Measured } from './report/measure'
import { text } from './report/text'
import { sizeFrom, type Size } from './size'
import { sha256 } from './trainer/recipe'

const kept = '.cache/risk.json'
const size = sizeFrom(process.env)
const measured = process.argv.includes('--words') ? (JSON.parse(readFileSync(kept, 'utf8')) as Measured) : measuredNow(size)

const file = readFileSync('src/core/risk/model.json', 'utf8')
const model = readModel(JSON.parse(file))
if (model === null) throw new Error('src/core/risk/model.json cannot be read: npm run risk:train')
const written = text(measured, costsOf(model, 4_000), `${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`)

if (size.isFull) {
  if (sha256(file) !== measured.sha256) throw new Error('src/core/risk/model.json is not what training makes: npm run risk:train')
  writeFileSync('docs/RISK.md', written)
} else {
  console.log(written)
}

function measuredNow(sized: Size): Measured {
  const begun = Date.now()
  const all = measure(sized, (step) => console.error(`${((Date.now() - begun) / 1_000).toFixed(0).padStart(4)} s  ${step}`))
  if (sized.isFull) {
    mkdirSync('.cache', { recursive: true })
    writeFileSync(kept, JSON.stringify(all))
  }
  return all
}
