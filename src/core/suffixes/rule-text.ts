/** A label in a tree of rules, under the label that stands to the right of it in a name. */
interface Label {
  isRule: boolean
  readonly below: Map<string, Label>
}

const capitalA = 'A'.charCodeAt(0)
const most = 25
/** Behind a label that is no rule by itself and only leads to others. */
const noRule = '/'

/**
 * Rules of the Public Suffix List, without capitals, as one text: a line for each top-level domain, and in it the labels below,
 * in brackets what is below those. Each begins with a capital that tells how many letters it has in common with the one before it.
 */
export function joinRules(rules: readonly string[]): string {
  const root: Label = { isRule: false, below: new Map() }
  for (const rule of rules.toSorted(byLabels)) {
    const last = rule.split('.').reduceRight(labelBelow, root)
    last.isRule = true
  }
  return Array.from(root.below, ([name, label]) => name + joinLabel(label, (below) => below)).join('\n')
}

const byLabels = (one: string, other: string): number => (reversed(one) < reversed(other) ? -1 : 1)
const reversed = (rule: string): string => rule.split('.').reverse().join(' ')

function labelBelow(label: Label, name: string): Label {
  const below = label.below.get(name) ?? { isRule: false, below: new Map<string, Label>() }
  label.below.set(name, below)
  return below
}

function joinLabel({ isRule, below }: Label, bracketed: (below: string) => string): string {
  let before = ''
  const parts = Array.from(below, ([name, label]) => {
    const same = lettersInCommon(before, name)
    before = name
    return String.fromCharCode(capitalA + same) + name.slice(same) + joinLabel(label, (text) => `(${text})`)
  })
  return (isRule ? '' : noRule) + (parts.length === 0 ? '' : bracketed(parts.join('')))
}

function lettersInCommon(one: string, other: string): number {
  let same = 0
  while (same < most && same < one.length && one[same] === other[same]) same += 1
  return same
}

const isPartOfName = /^[a-z0-9-]/

/** What stands in a top-level domain's line behind its name, or null where it has no line. Looked for as text: a worker that wakes up asks for one or two of them. */
export function lineOf(topLevel: string, text: string): string | null {
  if (topLevel === '') return null
  for (let at = text.indexOf(topLevel); at !== -1; at = text.indexOf(topLevel, at + 1)) {
    const begin = at + topLevel.length
    if ((at > 0 && text[at - 1] !== '\n') || isPartOfName.test(text.slice(begin, begin + 1))) continue
    const end = text.indexOf('\n', begin)
    return text.slice(begin, end === -1 ? text.length : end)
  }
  return null
}

/** The rules of one top-level domain. @param line what stands in its line behind it */
export function splitRules(topLevel: string, line: string): string[] {
  const rules = line.startsWith(noRule) ? [] : [topLevel]
  const outer: { readonly parent: string; readonly before: string }[] = []
  let parent = topLevel
  let before = ''
  for (const [, same = 'A', letters = '', mark = '', opened = '', closed = ''] of line.matchAll(/([A-Z])([^A-Z/()]*)(\/?)(\(?)(\)*)/g)) {
    before = before.slice(0, same.charCodeAt(0) - capitalA) + letters
    const rule = `${before}.${parent}`
    if (mark === '') rules.push(rule)
    if (opened !== '') {
      outer.push({ parent, before })
      parent = rule
      before = ''
    }
    for (let level = 0; level < closed.length; level += 1) ({ parent, before } = outer.pop() ?? { parent: topLevel, before: '' })
  }
  return rules
}
