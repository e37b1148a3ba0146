/**
 * What the learned part of the watch costs a payment, at a history of 100,000 payments: features and score, beside the guards and
 * beside logistic regression. `npm run bench:risk`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { readModel } from '../src/core/risk/model'
import { costsOf, histories } from './risk/cost'

const model = readModel(JSON.parse(readFileSync('src/core/risk/model.json', 'utf8')))
if (model === null) throw new Error('src/core/risk/model.json cannot be read: npm run risk:train')

const rounds = 20_000
const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`
const costs = costsOf(model, rounds)

console.log(`${machine}\nMicroseconds a payment, median.\n`)
console.log([''.padEnd(34), ...histories.map((payments) => `${payments.toLocaleString('en')} before`.padStart(16))].join(''))
for (const { name, microseconds } of costs.lines) console.log([name.padEnd(34), ...microseconds.map((one) => one.toFixed(1).padStart(16))].join(''))
const kept = costs.kept.map(({ walletBytes, siteBytes }, index) => `${walletBytes.toLocaleString('en')} of all and ${siteBytes.toLocaleString('en')} a site after ${(histories[index] ?? 0).toLocaleString('en')}`)
console.log(`\nBytes kept, as JSON: ${kept.join('; ')}`)
mkdirSync('bench/out', { recursive: true })
writeFileSync('bench/out/risk.json', `${JSON.stringify({ machine, rounds, at: new Date().toISOString(), histories, ...costs }, null, 2)}\n`)
console.log('\nKept in bench/out/risk.json')
