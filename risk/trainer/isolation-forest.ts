import type { Random } from '../simulator/random'

interface Node {
  readonly feature: number
  readonly value: number
  readonly below: Node | null
  readonly above: Node | null
  readonly size: number
}

export interface IsolationForest {
  readonly trees: readonly Node[]
  readonly sample: number
}

/** The sizes of the first paper (Liu, Ting and Zhou 2008). */
const [trees, sample] = [100, 256] as const

/** Learns from honest payments alone. */
export function isolationForest(rows: readonly (readonly number[])[], random: Random): IsolationForest {
  const size = Math.min(sample, rows.length)
  const deepest = Math.ceil(Math.log2(size))
  return { sample: size, trees: Array.from({ length: trees }, () => isolate(Array.from({ length: size }, () => random.pick(rows)), deepest, random)) }
}

function isolate(rows: readonly (readonly number[])[], deepest: number, random: Random): Node {
  const leaf = { feature: -1, value: 0, below: null, above: null, size: rows.length }
  const width = rows[0]?.length ?? 0
  if (deepest === 0 || rows.length <= 1) return leaf
  const feature = random.whole(0, width - 1)
  const values = rows.map((row) => row[feature] ?? 0)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (low === high) return leaf
  const value = random.between(low, high)
  const part = (isBelow: boolean): Node => isolate(rows.filter((row) => (row[feature] ?? 0) < value === isBelow), deepest - 1, random)
  return { feature, value, below: part(true), above: part(false), size: rows.length }
}

/** How far a search in a tree of that many goes in vain, on average. */
const vain = (size: number): number => (size <= 1 ? 0 : 2 * (Math.log(size - 1) + 0.5772156649) - (2 * (size - 1)) / size)

/** 0 to 1; more is more unusual. */
export function isolationScore({ trees: all, sample: size }: IsolationForest, row: readonly number[]): number {
  const depth = all.reduce((sum, root) => sum + depthOf(root, row), 0) / all.length
  return 2 ** (-depth / vain(size))
}

function depthOf(root: Node, row: readonly number[]): number {
  let [node, depth] = [root, 0]
  for (;;) {
    const child = (row[node.feature] ?? 0) < node.value ? node.below : node.above
    if (child === null) return depth + vain(node.size)
    ;[node, depth] = [child, depth + 1]
  }
}
