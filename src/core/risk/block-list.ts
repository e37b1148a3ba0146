import { sha256 } from '@noble/hashes/sha2.js'

/** How many bytes of a name's hash are kept: with a quarter of a million names, one honest site in seventy million million is taken for another. */
const width = 8

/** Sites that are known to cheat: the first eight bytes of SHA-256 of each registrable domain, sorted, one after the other. */
export type BlockList = Uint8Array

export const emptyList: BlockList = new Uint8Array()

const nameOf = (site: string): Uint8Array => sha256(new TextEncoder().encode(site.toLowerCase())).subarray(0, width)

/** The list of these sites, each once. */
export function blockListOf(sites: Iterable<string>): BlockList {
  const names = [...sites].map(nameOf).sort(compare)
  const once = names.filter((name, at) => at === 0 || compare(name, names[at - 1] ?? name) !== 0)
  const list = new Uint8Array(once.length * width)
  once.forEach((name, at) => list.set(name, at * width))
  return list
}

/** Whether bytes are such a list: whole names in rising order. Whatever else they are counts as no list. */
export function isBlockList(bytes: Uint8Array): boolean {
  if (bytes.length % width !== 0) return false
  for (let at = width; at < bytes.length; at += width) if (compare(bytes.subarray(at - width, at), bytes.subarray(at, at + width)) >= 0) return false
  return true
}

/** @param site registrable domain (core/protocols/site) */
export function isListed(list: BlockList, site: string): boolean {
  const name = nameOf(site)
  let [low, high] = [0, list.length / width - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const order = compare(list.subarray(middle * width, (middle + 1) * width), name)
    if (order === 0) return true
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return false
}

function compare(one: Uint8Array, other: Uint8Array): number {
  for (let at = 0; at < width; at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
