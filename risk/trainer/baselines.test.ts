import { expect, it } from 'vitest'
import { Random } from '../simulator/random'
import { bin, binOf } from './binning'
import { honestTable, thresholdFor } from './calibration'
import { HalfSpaceTrees } from './half-space-trees'
import { isolationForest, isolationScore } from './isolation-forest'
import { logistic, logisticScore } from './logistic'

const random = new Random(1)
const cloud = Array.from({ length: 2_000 }, () => [random.normal(), random.normal()] as const)

it('puts each value into the first bin whose edge is not below it', () => {
  const { edges, codes } = bin(cloud)
  const [first] = edges
  cloud.forEach(([value], row) => {
    const code = codes[0]?.[row] ?? 0
    expect(value).toBeLessThanOrEqual(first?.[code] ?? Infinity)
    if (code > 0) expect(value).toBeGreaterThan(first?.[code - 1] ?? Infinity)
  })
  expect(binOf(Float64Array.of(1, 2), 1)).toBe(0)
})

it('has a table that rises to the highest honest score', () => {
  const table = honestTable(Array.from({ length: 1_000 }, (_, index) => index))
  expect(table).toHaveLength(256)
  expect([table[0], table[51], table[255]]).toEqual([0, 900, 999])
})

it('has the lowest threshold that keeps to the share, with equal scores together', () => {
  expect(thresholdFor([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.2)).toBe(9)
  const tied = [1, 1, 1, 5, 5, 5]
  expect(tied.filter((score) => score >= thresholdFor(tied, 0.2)).length).toBe(0)
})

it('learns a line with logistic regression', () => {
  const labels = Uint8Array.from(cloud, ([x, y]) => (x + 2 * y + 0.5 * random.normal() > 0 ? 1 : 0))
  const model = logistic({ rows: cloud, labels, weights: new Float64Array(cloud.length).fill(1) })
  const [, x = 0, y = 0] = model.weights
  expect(y / x).toBeCloseTo(2, 0)
  expect(logisticScore(model, [2, 2])).toBeGreaterThan(logisticScore(model, [-2, -2]))
})

it('finds what lies apart with an isolation forest', () => {
  const forest = isolationForest(cloud, random)
  expect(isolationScore(forest, [6, 6])).toBeGreaterThan(isolationScore(forest, [0, 0]) + 0.2)
})

it('finds what lies apart with half-space trees, once it has seen a window', () => {
  const trees = new HalfSpaceTrees(2, random)
  expect(trees.score([15, 15])).toBe(trees.score([0, 0]))
  for (const row of cloud.slice(0, 50)) trees.learn(row)
  expect(trees.score([15, 15])).toBeGreaterThan(trees.score([0, 0]))
})
