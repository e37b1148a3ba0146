/** Examples by feature, each value replaced by the number of its bin: what a histogram needs. */
export interface Binned {
  readonly rows: number
  /** For each feature the upper edges of all bins but the last, rising. A value belongs to the first bin whose edge is not below it. */
  readonly edges: readonly Float64Array[]
  /** For each feature the bin of each row. */
  readonly codes: readonly Uint8Array[]
}

const mostBins = 64
/** Edges are rounded, so that the model file is small and says exactly what was trained. */
const decimals = 1_000

/** @param rows examples, each with the same number of features */
export function bin(rows: readonly (readonly number[])[]): Binned {
  const width = rows[0]?.length ?? 0
  const edges = Array.from({ length: width }, (_, feature) => edgesOf(rows, feature))
  const codes = edges.map((upper, feature) => Uint8Array.from(rows, (row) => binOf(upper, row[feature] ?? 0)))
  return { rows: rows.length, edges, codes }
}

/** Between values that differ, as evenly filled as can be. */
function edgesOf(rows: readonly (readonly number[])[], feature: number): Float64Array {
  const values = Float64Array.from(rows, (row) => row[feature] ?? 0).sort()
  const edges = new Set<number>()
  for (let index = 1; index < mostBins; index += 1) {
    const at = Math.floor((index * values.length) / mostBins)
    const [below, above] = [values[at - 1] ?? 0, values[at] ?? 0]
    // Where many share a value the edge is just above it, so that common values (0, mostly) have a bin of their own.
    const edge = below === above ? above + 1 / decimals : (below + above) / 2
    edges.add(Math.round(edge * decimals) / decimals)
  }
  const highest = values.at(-1) ?? 0
  return Float64Array.from([...edges].filter((edge) => edge < highest)).sort()
}

export function binOf(edges: Float64Array, value: number): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const between = (low + high) >> 1
    if ((edges[between] ?? Infinity) >= value) high = between
    else low = between + 1
  }
  return low
}
