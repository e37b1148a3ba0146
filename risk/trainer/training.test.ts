import fc from 'fast-check'
import { expect, it } from 'vitest'
import { featureBound, featureDirections, featureNames } from '../../src/core/risk/features'
import { readModel, treeScore } from '../../src/core/risk/model'
import { apart, shuffled } from '../evaluation/checks'
import { rankingOf } from '../evaluation/ranking'
import { developed } from '../simulator/attacks/families'
import { world } from '../simulator/world'
import { examplesOf } from './examples'
import { calibrated, cleanWallets, sha256, train, written } from './recipe'

const wallets = (seed: number, count: number) => [...world({ seed, wallets: count, wider: 1, families: developed })]
const examples = examplesOf(wallets(1, 12), () => true, true)
const small = { trees: 20 }

it('gives the same bytes for the same seed, and others for another', () => {
  const clean = cleanWallets(6)
  const bytes = (seed: number): string => sha256(written(calibrated(train(examples, { ...small, seed }), clean)))
  expect(bytes(1)).toBe(bytes(1))
  expect(bytes(1)).not.toBe(bytes(2))
})

it('gives a model that can be read', () => {
  const model = calibrated(train(examples, small), cleanWallets(6))
  expect(readModel(JSON.parse(written(model)))).toEqual(model)
})

it('keeps to the direction of every feature', () => {
  const model = train(examples, small)
  const anyValues = fc.array(fc.double({ min: -featureBound, max: featureBound, noNaN: true }), { minLength: featureNames.length, maxLength: featureNames.length })
  fc.assert(
    fc.property(anyValues, fc.nat({ max: featureNames.length - 1 }), fc.double({ min: 0, max: featureBound, noNaN: true }), (values, index, more) => {
      const changed = values.map((value, at) => (at === index ? value + more : value))
      const rise = treeScore(model, changed) - treeScore(model, values)
      const direction = featureDirections[index] ?? 0
      if (direction !== 0) expect(direction * rise).toBeGreaterThanOrEqual(-1e-9)
    }),
    { numRuns: 1_000 },
  )
})

it('finds what is there, and nothing where labels are dealt out anew', () => {
  const others = wallets(2, 12)
  const ranking = (labelled: typeof examples, change: Parameters<typeof train>[1] = small): number => {
    const { attacks, honest } = apart(train(labelled, change), others)
    return rankingOf(attacks, honest)
  }
  expect(ranking(examples)).toBeGreaterThan(0.7)
  // Directions know what an attack looks like, whatever the labels say.
  const free = { ...small, directions: featureNames.map(() => 0 as const) }
  const chance = [1, 2, 3].map((seed) => ranking(shuffled(examples, seed), free)).reduce((sum, one) => sum + one / 3, 0)
  expect(Math.abs(chance - 0.5)).toBeLessThan(0.15)
})
