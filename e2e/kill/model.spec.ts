import { readBooks } from './books'
import { journalled } from './gate'
import { judge } from './judge'
import { pointsAfter, type Plan } from './plan'
import { carryOut } from './run'
import { expect, test } from './test'

/** What a purchase journals in a real browser (e2e/journeys/unlock-*.spec.ts). */
const undisturbed = ['quoted', 'reserved', 'signed', 'sent', 'answered', 'settled']

for (const kind of ['document', 'fragment'] as const) {
  test(`the model of the browser is faithful: an undisturbed ${kind} is bought as in a real one`, async ({ stage }) => {
    const plan: Plan = { seed: 0, kind, troubles: [], earlyReturn: false, asksAgain: false }
    const aftermath = await carryOut(stage, plan)
    expect(await judge(stage, aftermath)).toEqual([])
    const [entry, ...others] = await readBooks(stage, aftermath.browser.profile.disk)
    expect(others).toEqual([])
    expect(entry?.journal.map(({ type }) => type).slice(0, undisturbed.length)).toEqual(undisturbed)
    expect(entry?.purchase.state).toBe('delivered')
    // Where the plans throw their blows there are points to hit.
    for (const [after, points] of pointsOf(aftermath.browser.gate.trace).entries()) expect(points).toBeGreaterThanOrEqual(pointsAfter[after] ?? 0)
    aftermath.browser.end()
  })
}

/** How many points there are before the first journal entry, after it, and so on. */
function pointsOf(trace: readonly string[]): readonly number[] {
  const counts = [0]
  for (const point of trace) {
    if (point.startsWith(journalled)) counts.push(0)
    else counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1
  }
  return counts.slice(0, pointsAfter.length)
}
