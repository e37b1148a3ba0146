import { long } from '../support/long'
import { judgeDispute } from './dispute-judge'
import { acts, disputeInWords, disputePlanOf, pointsOf, type DisputePlan } from './dispute-plan'
import { carryOutDispute } from './dispute-run'
import { expect, test } from './test'

/** The same stage as for purchases; what is struck here is a request for money back. FARTHING_DISPUTE_RUNS sets how many, FARTHING_SEED the first. */
const runs = Number(process.env['FARTHING_DISPUTE_RUNS'] ?? 120)
const inEveryRun = 6
const firstSeed = Number(process.env['FARTHING_SEED'] ?? 1)
const isFew = process.env['FARTHING_DISPUTE_RUNS'] !== undefined

test.afterEach(({ world }) => world.forgetRefunds())

for (const act of acts) {
  test(`undisturbed, a seller is told once: ${act}`, long, async ({ stage }) => {
    const plan: DisputePlan = { seed: 0, act, blows: [], manner: 'honest' }
    const aftermath = await carryOutDispute(stage, plan)
    expect(judgeDispute(aftermath)).toEqual([])
    expect(aftermath.seller.requests).toMatchObject([{ posts: act === 'remind' ? 2 : 1 }])
    // Where the plans throw their blows there are points to hit.
    expect(aftermath.points).toBeGreaterThanOrEqual(pointsOf[act])
    aftermath.browser.end()
  })
}

for (const [first, last] of [[firstSeed, firstSeed + Math.min(inEveryRun, runs) - 1], [firstSeed + inEveryRun, firstSeed + runs - 1]] as const) {
  if (last < first) continue
  test(`killed at any point, cut off at any point: a request for money back is told once, and never lost (seeds ${first} to ${last})`, first === firstSeed || isFew ? {} : long, async ({ stage }) => {
    test.setTimeout(30_000 + (last - first + 1) * 10_000)
    const broken: string[] = []
    for (let seed = first; seed <= last; seed += 1) {
      const plan = disputePlanOf(seed)
      const aftermath = await carryOutDispute(stage, plan)
      const faults = judgeDispute(aftermath)
      if (faults.length > 0) broken.push(`${disputeInWords(plan)}\n  ${faults.join('\n  ')}\n  again: FARTHING_SEED=${seed} FARTHING_DISPUTE_RUNS=1`)
      aftermath.browser.end()
    }
    expect(broken.join('\n\n')).toBe('')
  })
}
