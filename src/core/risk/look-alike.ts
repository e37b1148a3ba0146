import punycode from 'punycode/punycode.js'
import { partsOfHost } from '../suffixes'
import { inPlainLetters } from './plain-letters'

/** Names shorter than this are not compared: "t.co" is no disguise of "t.me". */
const shortest = 4
/** Names shorter than this have too many honest neighbours one letter away. */
const shortestForOneEdit = 5
const shortestForTwoEdits = 9
/** A name this long inside another one is no accident: "paypal-login". */
const shortestInside = 6

/** Characters that stand for letters in disguises. */
const stands: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b' }

/** Pairs of letters that read as one. */
const pairs = [
  ['rn', 'm'],
  ['vv', 'w'],
  ['cl', 'd'],
] as const

/** What a name of this computer ends in. */
const local = '.localhost'

/** The part of a site's name that its owner chose: "lantern" of "lantern.co.uk". Null for addresses and single names. */
function nameOf(site: string): string | null {
  if (site.endsWith(local)) return site.slice(0, -local.length)
  const { domainWithoutSuffix, isIp } = partsOfHost(site)
  return isIp === true || domainWithoutSuffix === null || domainWithoutSuffix === '' ? null : punycode.toUnicode(domainWithoutSuffix).toLowerCase()
}

/** What a name looks like, whatever letters it is made of (after UTS 39, "skeleton", and the usual disguises). */
function skeletonOf(name: string): string {
  const plain = inPlainLetters(name).toLowerCase()
  const letters = plain.replace(/\d/g, (digit) => stands[digit] ?? digit).replaceAll('i', 'l').replaceAll('-', '')
  return pairs.reduce((text, [pair, one]) => text.replaceAll(pair, one), letters)
}

/** A name and what it looks like. */
interface Face {
  readonly name: string
  readonly skeleton: string
}

/** Faces of known sites: a reader has hundreds, and each new site is compared with all of them. */
const faces = new Map<string, Face | null>()
/** As many as are ever known at a time, twice (core/risk/records, kept.known). */
const mostFaces = 1_000

function faceOf(site: string): Face | null {
  const seen = faces.get(site)
  if (seen !== undefined) return seen
  const name = nameOf(site)
  const face = name === null || name.length < shortest ? null : { name, skeleton: skeletonOf(name) }
  if (faces.size >= mostFaces) faces.clear()
  faces.set(site, face)
  return face
}

/**
 * The known site that another one can be taken for, or null. It is only ever compared with sites the reader has paid on: against
 * long lists of names, honest ones collide.
 * @param site registrable domain of the page @param known those of sites that were paid often enough to be imitated
 */
export function looksLike(site: string, known: readonly string[]): string | null {
  const face = faceOf(site)
  return face === null ? null : (known.find((other) => other !== site && isAlike(face, faceOf(other))) ?? null)
}

function isAlike({ name, skeleton }: Face, known: Face | null): boolean {
  if (known === null) return false
  const { name: other, skeleton: original } = known
  if (skeleton === original) return true
  if (original.length >= shortestInside && skeleton.includes(original)) return true
  const edits = original.length >= shortestForTwoEdits ? 2 : original.length >= shortestForOneEdit ? 1 : 0
  return edits > 0 && (isWithin(skeleton, original, edits) || isWithin(name, other, edits))
}

/** True when at most `most` letters were added, left out, changed, or swapped with their neighbour (Damerau-Levenshtein, restricted). */
function isWithin(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false
  let before: readonly number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row]
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1]
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
      const choices = [(last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (same ? 0 : 1), swapped ? (before[at - 2] ?? 0) + 1 : Infinity]
      next.push(Math.min(...choices))
    }
    if (Math.min(...next) > most) return false
    before = last
    last = next
  }
  return (last[other.length] ?? Infinity) <= most
}
