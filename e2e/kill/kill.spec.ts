import { readBooks } from './books'
import { judge } from './judge'
import { inWords, planOf } from './plan'
import { carryOut } from './run'
import { Tally } from './tally'
import { expect, test } from './test'
import { long } from '../support/long'

/**
 * The worker itself, the real chain, token, facilitator and seller; only the browser around the worker is a model.
 * Every run is one purchase in which one thing goes wrong, or two. FARTHING_KILL_RUNS sets how many, FARTHING_SEED the first.
 * Without the first, `npm test` makes the first fifty and `npm run test:long` the others.
 */
const runs = Number(process.env['FARTHING_KILL_RUNS'] ?? 300)
const inEveryRun = 50
const firstSeed = Number(process.env['FARTHING_SEED'] ?? 1)
/** Runs a test: small enough that two workers share them evenly. */
const runsATest = 50

const batches = Array.from({ length: Math.ceil(runs / runsATest) }, (_, at) => firstSeed + at * runsATest)

const isNear = (first: number): boolean => process.env['FARTHING_KILL_RUNS'] !== undefined || first < firstSeed + inEveryRun

test.describe.configure({ mode: 'parallel' })

for (const first of batches) {
  const last = Math.min(first + runsATest, firstSeed + runs) - 1
  test(`killed at any point, failed by every service: one charge, nothing lost (seeds ${first} to ${last})`, isNear(first) ? {} : long, async ({ stage }) => {
    test.setTimeout(30_000 + (last - first + 1) * 10_000)
    const tally = new Tally()
    const broken: string[] = []
    for (let seed = first; seed <= last; seed += 1) {
      const plan = planOf(seed)
      const aftermath = await carryOut(stage, plan)
      const faults = await judge(stage, aftermath)
      if (faults.length > 0) broken.push(`${inWords(plan)}\n  ${faults.join('\n  ')}\n  again: FARTHING_SEED=${seed} FARTHING_KILL_RUNS=1`)
      tally.add(aftermath, await readBooks(stage, aftermath.browser.profile.disk))
      aftermath.browser.end()
    }
    console.log(tally.text())
    expect(broken.join('\n\n')).toBe('')
  })
}
