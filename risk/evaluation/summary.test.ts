import { expect, it } from 'vitest'
import { world } from '../simulator/world'
import { anyOf, guardsOnly, limitsOnly, within } from './detectors'
import { outcomes } from './outcome'
import { rulesOnly } from './scorers'
import { intervals, summarise } from './summary'

const wallets = [...world({ seed: 3, wallets: 10, wider: 1 })]

it('loses what was paid before the first flag, and nothing after it', () => {
  const all = outcomes({ name: 'all', of: ({ honest, incidents }) => ({ honest: honest.map(() => true), incidents: incidents.map(({ examples }) => examples.map(() => true)) }) }, wallets)
  expect(summarise(all)).toMatchObject({ recall: 1, familyRecall: 1, flagged: 1, lostShare: 0, medianLost: 0, p90Lost: 0 })
  const none = outcomes({ name: 'none', of: ({ honest, incidents }) => ({ honest: honest.map(() => false), incidents: incidents.map(({ examples }) => examples.map(() => false)) }) }, wallets)
  expect(summarise(none)).toMatchObject({ recall: 0, flagged: 0, lostShare: 1 })
})

it('flags with two detectors what either flags', () => {
  const [one, other, both] = [guardsOnly, limitsOnly, anyOf('both', guardsOnly, limitsOnly)].map((detector) => summarise(outcomes(detector, wallets)))
  expect(both?.recall).toBeGreaterThanOrEqual(Math.max(one?.recall ?? 1, other?.recall ?? 1))
  expect(both?.lostShare).toBeLessThanOrEqual(Math.min(one?.lostShare ?? 0, other?.lostShare ?? 0))
})

it('keeps to its budget of false alarms on the wallets it was made with', () => {
  expect(summarise(outcomes(within(rulesOnly, wallets, 0.01), wallets)).flagged).toBeLessThanOrEqual(0.01)
})

it('has its value within its interval', () => {
  const all = outcomes(guardsOnly, wallets)
  const [value, [low, high]] = [summarise(all).recall, intervals(all, 200, 1).recall]
  expect(low).toBeLessThanOrEqual(value)
  expect(high).toBeGreaterThanOrEqual(value)
})
