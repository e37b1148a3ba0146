import type { Examples } from './examples'

/** Log-odds that grow evenly with each feature. */
export interface Logistic {
  /** The first is the constant. */
  readonly weights: readonly number[]
}

const ridge = 1
const rounds = 8

/** Logistic regression by Newton's method, with a ridge. */
export function logistic({ rows, labels, weights }: Examples): Logistic {
  const width = (rows[0]?.length ?? 0) + 1
  let beta = new Float64Array(width)
  for (let round = 0; round < rounds; round += 1) {
    const matrix = Array.from({ length: width }, (_, index) => new Float64Array(width + 1).fill(0).map((_zero, at) => (at === index ? ridge : 0)))
    rows.forEach((row, at) => {
      const probability = 1 / (1 + Math.exp(-dot(beta, row)))
      const weight = (weights[at] ?? 0) * Math.max(probability * (1 - probability), 1e-6)
      addOuter(matrix, row, weight, (weights[at] ?? 0) * ((labels[at] ?? 0) - probability))
    })
    matrix.forEach((line, index) => {
      line[width] = (line[width] ?? 0) - ridge * (beta[index] ?? 0)
    })
    const step = solve(matrix)
    beta = beta.map((value, index) => value + (step[index] ?? 0))
  }
  return { weights: [...beta] }
}

export const logisticScore = ({ weights }: Logistic, row: readonly number[]): number => dot(weights, row)

function dot(beta: ArrayLike<number>, row: readonly number[]): number {
  let sum = beta[0] ?? 0
  for (let index = 0; index < row.length; index += 1) sum += (beta[index + 1] ?? 0) * (row[index] ?? 0)
  return sum
}

/** Adds weight * x xT to the matrix, and pull * x to its last column, x being 1 and the row. */
function addOuter(matrix: readonly Float64Array[], row: readonly number[], weight: number, pull: number): void {
  const width = row.length + 1
  for (let index = 0; index < width; index += 1) {
    const value = index === 0 ? 1 : (row[index - 1] ?? 0)
    const line = matrix[index]
    if (value === 0 || line === undefined) continue
    line[0] = (line[0] ?? 0) + weight * value
    for (let at = 1; at < width; at += 1) line[at] = (line[at] ?? 0) + weight * value * (row[at - 1] ?? 0)
    line[width] = (line[width] ?? 0) + pull * value
  }
}

/** Gauss-Jordan elimination with pivoting; the last column is the right-hand side. */
function solve(matrix: Float64Array[]): readonly number[] {
  const width = matrix.length
  for (let index = 0; index < width; index += 1) {
    const pivot = matrix.reduce((best, line, at) => (at >= index && Math.abs(line[index] ?? 0) > Math.abs(matrix[best]?.[index] ?? 0) ? at : best), index)
    const [chosen, replaced] = [matrix[pivot], matrix[index]]
    if (chosen === undefined || replaced === undefined) continue
    matrix[pivot] = replaced
    matrix[index] = chosen
    const head = chosen[index] ?? 1
    matrix.forEach((line, at) => {
      if (at === index) return
      const factor = (line[index] ?? 0) / head
      for (let column = index; column <= width; column += 1) line[column] = (line[column] ?? 0) - factor * (chosen[column] ?? 0)
    })
  }
  return matrix.map((line, index) => (line[width] ?? 0) / (line[index] ?? 1))
}
