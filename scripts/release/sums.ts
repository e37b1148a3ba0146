import { createHash } from 'node:crypto'
import type { Entry } from './zip'

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

/** One line for each file, as `sha256sum --check` reads it. */
export const sumsOf = (entries: readonly Entry[]): string => entries.map(({ name, content }) => `${sha256(content)}  ${name}\n`).join('')

/** Files that are in one and not in the other, or are not the same in both. */
export function differences(one: readonly Entry[], other: readonly Entry[]): readonly string[] {
  const [first, second] = [one, other].map((entries) => new Map(entries.map(({ name, content }) => [name, sha256(content)])))
  const names = new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])])
  return [...names].filter((name) => first?.get(name) !== second?.get(name)).sort()
}
