/**
 * Trains, tests and writes docs/RISK.md: `npm run risk:report`. Some minutes on one core; the same text every time. `RISK_SIZE=0.1`
 * makes worlds of a tenth, for a quick look at the text on the console, and writes nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { measure } from './report/measure'
import { text } from './report/text'
import { sizeFrom } from './size'
import { sha256 } from './trainer/recipe'

const size = sizeFrom(process.env)
const begun = Date.now()
const measured = measure(size, (step) => console.error(`${((Date.now() - begun) / 1_000).toFixed(0).padStart(4)} s  ${step}`))

if (size.isFull) {
  const shipped = sha256(readFileSync('src/core/risk/model.json', 'utf8'))
  if (shipped !== measured.sha256) throw new Error('src/core/risk/model.json is not what training makes: npm run risk:train')
  writeFileSync('docs/RISK.md', text(measured))
} else {
  console.log(text(measured))
}
