/**
 * What the learned part of the watch costs a payment, at a history of 100,000 payments: features and score, beside the guards and
 * beside logistic regression, which is the least that a learned score can be. `npm run bench:risk`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { featureNames, features } from '../src/core/risk/features'
import { findings } from '../src/core/risk/guards'
import { readModel, score } from '../src/core/risk/model'
import { logisticScore } from '../risk/trainer/logistic'
import { grown, type Grown } from './risk/history'

const model = readModel(JSON.parse(readFileSync('src/core/risk/model.json', 'utf8')))
if (model === null) throw new Error('src/core/risk/model.json cannot be read: npm run risk:train')

const rounds = 20_000
const histories = [100, 100_000] as const
const logistic = { weights: Array.from({ length: featureNames.length + 1 }, (_, index) => Math.sin(index)) }

/** What is done for one payment, by name. */
const tasks: Readonly<Record<string, (grown: Grown, index: number) => number>> = {
  features: (all, index) => featuresOf(all, index).length,
  'features and model': (all, index) => score(model, featuresOf(all, index)).tail,
  'features and logistic regression': (all, index) => logisticScore(logistic, featuresOf(all, index)),
  guards: ({ attempts, siteOf, wallet }, index) => {
    const attempt = attempts[index % attempts.length]
    return attempt === undefined ? 0 : findings(attempt, siteOf(attempt.site), wallet).length
  },
}

function featuresOf({ attempts, siteOf, wallet }: Grown, index: number): readonly number[] {
  const attempt = attempts[index % attempts.length]
  return attempt === undefined ? [] : features(attempt, siteOf(attempt.site), wallet)
}

/** Microseconds a payment: the median of 20 parts of the rounds, after a tenth to warm up. */
function measure(task: (grown: Grown, index: number) => number, all: Grown): number {
  let kept = 0
  for (let index = 0; index < rounds / 10; index += 1) kept += task(all, index)
  const parts = Array.from({ length: 20 }, () => {
    const from = performance.now()
    for (let index = 0; index < rounds / 20; index += 1) kept += task(all, index)
    return ((performance.now() - from) * 1_000) / (rounds / 20)
  })
  if (Number.isNaN(kept)) throw new Error('not a number')
  return parts.sort((one, other) => one - other)[10] ?? Number.NaN
}

const worlds = histories.map((payments) => grown(payments))
const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`
const lines = Object.entries(tasks).map(([name, task]) => ({ name, microseconds: worlds.map((all) => measure(task, all)) }))
const state = worlds.map(({ walletBytes, siteBytes }) => ({ walletBytes, siteBytes }))

console.log(`${machine}\nMicroseconds a payment, median.\n`)
console.log([''.padEnd(34), ...histories.map((payments) => `${payments.toLocaleString('en')} before`.padStart(16))].join(''))
for (const { name, microseconds } of lines) console.log([name.padEnd(34), ...microseconds.map((one) => one.toFixed(1).padStart(16))].join(''))
console.log(`\nWhat is kept, as JSON: ${state.map(({ walletBytes, siteBytes }, index) => `${walletBytes.toLocaleString('en')} bytes of all and ${siteBytes.toLocaleString('en')} a site after ${(histories[index] ?? 0).toLocaleString('en')}`).join('; ')}`)
mkdirSync('bench/out', { recursive: true })
writeFileSync('bench/out/risk.json', `${JSON.stringify({ machine, rounds, at: new Date().toISOString(), histories, lines, state }, null, 2)}\n`)
console.log('\nKept in bench/out/risk.json')
