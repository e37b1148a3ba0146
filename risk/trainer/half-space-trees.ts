import { featureBound } from '../../src/core/risk/features'
import type { Random } from '../simulator/random'

const trees = 25
const depth = 8
/** Payments after which what was learned takes the place of what was known. */
const window = 50
/** Below so many in a node nothing is told apart any more: a tenth of the window, as in the first paper. */
const smallest = window / 10

/** Half-space trees (Tan, Ting and Liu 2011): a detector that learns from one wallet's own stream and from nothing else. */
export class HalfSpaceTrees {
  readonly #features: readonly Uint8Array[]
  readonly #values: readonly Float64Array[]
  #known: Float64Array[] | null = null
  #learning: Float64Array[]
  #seen = 0

  constructor(width: number, random: Random) {
    const shapes = Array.from({ length: trees }, () => shape(width, random))
    this.#features = shapes.map(({ features }) => features)
    this.#values = shapes.map(({ values }) => values)
    this.#learning = empty()
  }

  /** More is more unusual; nothing is before the first window is full. */
  score(row: readonly number[]): number {
    if (this.#known === null) return -trees * window * 2 ** depth
    let mass = 0
    this.#known.forEach((known, tree) => {
      this.#walk(tree, row, (node, level) => {
        const here = known[node] ?? 0
        const isEnd = here < smallest || level === depth
        if (isEnd) mass += here * 2 ** level
        return !isEnd
      })
    })
    return -mass
  }

  learn(row: readonly number[]): void {
    this.#learning.forEach((masses, tree) =>
      this.#walk(tree, row, (node) => {
        masses[node] = (masses[node] ?? 0) + 1
        return true
      }),
    )
    this.#seen += 1
    if (this.#seen % window > 0) return
    this.#known = this.#learning
    this.#learning = empty()
  }

  #walk(tree: number, row: readonly number[], visit: (node: number, level: number) => boolean): void {
    let node = 0
    for (let level = 0; level <= depth && visit(node, level); level += 1) {
      const value = row[this.#features[tree]?.[node] ?? 0] ?? 0
      node = 2 * node + (value < (this.#values[tree]?.[node] ?? 0) ? 1 : 2)
    }
  }
}

const empty = (): Float64Array[] => Array.from({ length: trees }, () => new Float64Array(2 ** (depth + 1) - 1))

/** Each node halves its space; where the space begins and ends is drawn once a tree. */
function shape(width: number, random: Random): { readonly features: Uint8Array; readonly values: Float64Array } {
  const nodes = 2 ** depth - 1
  const features = new Uint8Array(nodes)
  const values = new Float64Array(nodes)
  const ranges = Array.from({ length: width }, () => {
    const middle = random.between(-featureBound / 2, featureBound)
    return [middle - featureBound, middle + featureBound] as const
  })
  const halve = (node: number, space: readonly (readonly [number, number])[]): void => {
    if (node >= nodes) return
    const feature = random.whole(0, width - 1)
    const [low, high] = space[feature] ?? [0, 0]
    const value = (low + high) / 2
    features[node] = feature
    values[node] = value
    halve(2 * node + 1, space.map((range, index) => (index === feature ? ([low, value] as const) : range)))
    halve(2 * node + 2, space.map((range, index) => (index === feature ? ([value, high] as const) : range)))
  }
  halve(0, ranges)
  return { features, values }
}
