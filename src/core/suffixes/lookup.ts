import type { IPublicSuffix } from 'tldts-core'
import list from './public-suffixes.json' with { type: 'json' }
import { lineOf, splitRules } from './rule-text'

/** Whose rule it is: a registry's, or that of somebody who lets others have names below their own ("github.io"). */
type Owner = 'icann' | 'private'

/** The rules of a top-level domain are read when the first name in it is looked up. */
const rulesOf = new Map<string, ReadonlyMap<string, Owner>>()
/** The last one that is not in the list. Of others like it nothing is kept: anybody can make them up. */
let unknown = ''
const noRules: ReadonlyMap<string, Owner> = new Map()

function readRules(topLevel: string): ReadonlyMap<string, Owner> {
  const known = rulesOf.get(topLevel)
  if (known !== undefined) return known
  if (topLevel === unknown) return noRules
  const rules = new Map<string, Owner>()
  for (const owner of ['icann', 'private'] as const) {
    const line = lineOf(topLevel, list[owner])
    for (const rule of line === null ? [] : splitRules(topLevel, line)) rules.set(rule, owner)
  }
  if (rules.size > 0) rulesOf.set(topLevel, rules)
  else unknown = topLevel
  return rules
}

/**
 * Finds the rule that holds for a name, the longest, exceptions before others (publicsuffix.org/list, "Algorithm"); without one the
 * last label is the suffix. In the form that tldts asks for it.
 * @param host in lower case, not ASCII spelled as xn-- @returns true where it is an exception
 */
export function suffixLookup(host: string, _: unknown, out: IPublicSuffix): boolean {
  const rules = readRules(host.slice(host.lastIndexOf('.') + 1))
  const found = (publicSuffix: string, owner: Owner | null, isException: boolean): boolean => {
    Object.assign(out, { publicSuffix, isIcann: owner === 'icann', isPrivate: owner === 'private' })
    return isException
  }
  let name = host
  for (;;) {
    const dot = name.indexOf('.')
    const above = name.slice(dot + 1)
    const exception = rules.get(`!${name}`)
    if (exception !== undefined) return found(above, exception, true)
    const owner = rules.get(name) ?? (dot < 1 ? undefined : rules.get(`*.${above}`))
    if (owner !== undefined) return found(name, owner, false)
    if (dot === -1) return found(name, null, false)
    name = above
  }
}
