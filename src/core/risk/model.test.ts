import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { featureBound, featureDirections, featureNames } from './features'
import { readModel, score, tailOf, treeScore, type Model } from './model'

const file = readFileSync('src/core/risk/model.json', 'utf8')
/** Of the model that docs/RISK.md tells about. A new one needs a new report. */
const pinned = 'be422ced9608f8a656f00e0d8c0faec4aebe216d3f9835225eabfd2284d14e7e'

const shipped = (): Model => {
  const model = readModel(JSON.parse(file))
  if (model === null) throw new Error('the shipped model cannot be read')
  return model
}
const anyValues = fc.array(fc.double({ min: -featureBound, max: featureBound, noNaN: true }), { minLength: featureNames.length, maxLength: featureNames.length })

describe('the shipped model', () => {
  it('is the one that was reported on', () => expect(createHash('sha256').update(file).digest('hex')).toBe(pinned))
  it('is small', () => expect(file.length).toBeLessThan(60_000))

  it('scores anything, and gives at most three reasons, the strongest first', () => {
    const model = shipped()
    fc.assert(
      fc.property(anyValues, (values) => {
        const { tail, contributions } = score(model, values)
        expect(tail).toBeGreaterThanOrEqual(0)
        expect(tail).toBeLessThanOrEqual(5)
        expect(contributions.length).toBeLessThanOrEqual(3)
        const weights = contributions.map(({ weight }) => weight)
        expect(weights).toEqual([...weights].sort((one, other) => other - one))
      }),
    )
  })

  it('does not throw where values are missing, or are no numbers', () => {
    const model = shipped()
    for (const values of [[], [Number.NaN], featureNames.map(() => Number.NaN), featureNames.map(() => Infinity)]) expect(score(model, values).tail).toBeGreaterThanOrEqual(0)
  })

  it('never likes a payment better for what can only be worse', () => {
    const model = shipped()
    const bound = featureDirections.flatMap((direction, index) => (direction === 0 ? [] : [{ direction, index }]))
    fc.assert(
      fc.property(anyValues, fc.constantFrom(...bound), fc.double({ min: 0, max: featureBound, noNaN: true }), (values, { direction, index }, more) => {
        const worse = values.map((value, at) => (at === index ? value + direction * more : value))
        expect(treeScore(model, worse)).toBeGreaterThanOrEqual(treeScore(model, values) - 1e-9)
        expect(score(model, worse).tail).toBeGreaterThanOrEqual(score(model, values).tail - 1e-9)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a model file', () => {
  const read = (change: object): Model | null => readModel({ ...(JSON.parse(file) as object), ...change })
  const leaf = { feature: [-1], left: [0], value: [1], worth: [0] }

  it.each([
    ['for other features', { features: ['amount'] }],
    ['of another version', { version: 2 }],
    ['with a node that leads back', { trees: [{ feature: [0, -1, -1], left: [0, 0, 0], value: [0, 0, 0], worth: [0, 0, 0] }] }],
    ['with a node that leads nowhere', { trees: [{ feature: [0, -1], left: [1, 0], value: [0, 0], worth: [0, 0] }] }],
    ['with lists of different lengths', { trees: [{ ...leaf, value: [1, 2] }] }],
    ['with an empty tree', { trees: [{ feature: [], left: [], value: [], worth: [] }] }],
    ['with a table that falls', { honest: Array.from({ length: 256 }, (_, index) => -index) }],
    ['with more than there should be', { more: true }],
  ])('%s is refused', (_, change) => expect(read(change)).toBeNull())

  it('that is none is refused', () => expect([null, 'model', 3, [], {}].map(readModel)).toEqual([null, null, null, null, null]))
  it('may have a tree that is a leaf', () => expect(treeScore(read({ base: 0, trees: [leaf] }) ?? shipped(), [])).toBe(1))
})

describe('a tail', () => {
  const table = Array.from({ length: 256 }, (_, index) => index)

  it('is 0 below everything honest, 5 above, and in between by distance', () => {
    expect([tailOf(table, -1), tailOf(table, 255), tailOf(table, 1_000)]).toEqual([0, 5, 5])
    expect(tailOf(table, 51)).toBeCloseTo(1)
    expect(tailOf(table, 51.5)).toBeCloseTo(1 + 0.5 * (5 / 255))
  })

  it('never falls with the score', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (one, other) => {
        expect(tailOf(table, Math.max(one, other))).toBeGreaterThanOrEqual(tailOf(table, Math.min(one, other)))
      }),
    )
  })
})
