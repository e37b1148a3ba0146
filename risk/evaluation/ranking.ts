/** Chance that an attack scores higher than an honest payment (area under the ROC curve); half is chance. */
export function rankingOf(attacks: readonly number[], honest: readonly number[]): number {
  const sorted = Float64Array.from(honest).sort()
  const below = attacks.reduce((sum, score) => sum + (rank(sorted, score, false) + rank(sorted, score, true)) / 2, 0)
  return below / (attacks.length * honest.length)
}

/** Area under the curve of precision over recall, by steps (average precision). What chance reaches is the share of attacks. */
export function averagePrecision(attacks: readonly number[], honest: readonly number[]): number {
  const all = [...attacks.map((score) => ({ score, attack: 1 })), ...honest.map((score) => ({ score, attack: 0 }))].sort((one, other) => other.score - one.score)
  let [found, sum, index] = [0, 0, 0]
  while (index < all.length) {
    const score = all[index]?.score
    let among = 0
    // Equal scores are told alike: one step for all of them.
    for (; index < all.length && all[index]?.score === score; index += 1) among += all[index]?.attack ?? 0
    found += among
    sum += among * (found / index)
  }
  return sum / attacks.length
}

/** How many are below, or with equal ones. */
function rank(sorted: Float64Array, score: number, withEqual: boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const between = (low + high) >> 1
    const value = sorted[between] ?? Infinity
    if (value < score || (withEqual && value === score)) low = between + 1
    else high = between
  }
  return low
}
