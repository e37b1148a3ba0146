/**
 * What Farthing costs, beside what people would use instead. After `npm run build` and `npm run build:granted`, which `npm run bench`
 * does by itself:
 *
 *     npm run bench                       everything: tables here, docs/BENCH.md with its charts, docs/bench.json
 *     npm run bench -- --quick            roughly the same in minutes, to bench/out; with --docs to docs, where it is said to be rough
 *     npm run bench -- --only pages,size  those parts; of the others the page keeps what was found before
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from '../demo/build'
import { parts, type PartName } from './parts'
import { asSvg } from './result/chart'
import { asMarkdown, type Measured } from './result/markdown'
import { asText } from './result/text'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, docs: { type: 'boolean', default: false }, only: { type: 'string' } } })
const { quick } = values
const names = Object.keys(parts) as readonly PartName[]
const wanted = values.only?.split(',') ?? names
for (const name of wanted) if (!(name in parts)) throw new Error(`There is no part "${name}": ${names.join(', ')}.`)

const isPublished = !quick || values.docs
const folder = isPublished ? 'docs' : 'bench/out'
const kept = join(folder, 'bench.json')
const pictures = isPublished ? 'pictures/bench' : 'pictures'
const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`

for (const build of ['chrome', 'chrome-granted'] as const) buildIfStale(build)
const measured: Partial<Record<PartName, Measured>> = existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as Record<PartName, Measured>) : {}
for (const name of names.filter((one) => wanted.includes(one))) {
  const [before = 0] = loadavg()
  const began = performance.now()
  const part = await parts[name]({ quick })
  const [after = 0] = loadavg()
  measured[name] = { machine, load: `${before.toFixed(1)} before, ${after.toFixed(1)} after`, at: new Date().toISOString(), quick, part }
  console.log(`\n${asText(part)}\n\n${((performance.now() - began) / 1000).toFixed(0)} s`)
  // After each: who stops in the middle keeps what there is.
  keep()
}
console.log(`\n${machine}\nKept in ${kept} and ${join(folder, 'BENCH.md')}`)

function keep(): void {
  const inOrder = names.flatMap((name) => measured[name] ?? [])
  mkdirSync(join(folder, pictures), { recursive: true })
  for (const { part } of inOrder) for (const chart of part.charts) writeFileSync(join(folder, pictures, `${chart.name}.svg`), asSvg(chart))
  writeFileSync(kept, `${JSON.stringify(Object.fromEntries(names.flatMap((name) => (measured[name] === undefined ? [] : [[name, measured[name]]]))), null, 1)}\n`)
  writeFileSync(join(folder, 'BENCH.md'), asMarkdown(inOrder, pictures))
}
