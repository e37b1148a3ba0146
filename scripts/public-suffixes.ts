import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { edgeChild, edgeLength, edgeStart, exceptionsRoot, labelText, nodeFlags, rulesRoot } from 'tldts/dist/cjs/src/data/trie'
import { joinRules } from '../src/core/suffixes/rule-text'

/** What tldts calls a rule of a registry, and one of somebody else. */
const owners = { icann: 1, private: 2 } as const
type Owner = keyof typeof owners

const edgeOffset = new Uint32Array(edgeLength.length)
for (let edge = 1; edge < edgeOffset.length; edge += 1) edgeOffset[edge] = (edgeOffset[edge - 1] ?? 0) + (edgeLength[edge - 1] ?? 0)

function rulesUnder(node: number, owner: Owner, above = ''): readonly string[] {
  const edges = Array.from({ length: (edgeStart[node + 1] ?? 0) - (edgeStart[node] ?? 0) }, (_, index) => (edgeStart[node] ?? 0) + index)
  return edges.flatMap((edge) => {
    const from = edgeOffset[edge] ?? 0
    const rule = labelText.slice(from, from + (edgeLength[edge] ?? 0)) + above
    const child = edgeChild[edge] ?? 0
    return [...(nodeFlags[child] === owners[owner] ? [rule] : []), ...rulesUnder(child, owner, `.${rule}`)]
  })
}

/** Browsers spell names that are not ASCII as xn--, and the list has each in both spellings. */
const isAscii = (rule: string): boolean => /^[\x20-\x7e]+$/.test(rule)

/** The rules of tldts. */
export const keptRules = (owner: Owner): readonly string[] =>
  [...rulesUnder(rulesRoot, owner), ...rulesUnder(exceptionsRoot, owner).map((rule) => `!${rule}`)].filter(isAscii)

export const publicSuffixes = () => ({
  source: 'The Public Suffix List (publicsuffix.org) as in tldts (MIT License), joined by scripts/public-suffixes.ts.',
  copyright: 'The contributors to the Public Suffix List (Mozilla Public License 2.0); 2017 Thomas Parisot, 2018 Rémi Berson',
  icann: joinRules(keptRules('icann')),
  private: joinRules(keptRules('private')),
})

export const publicSuffixesFile = fileURLToPath(new URL('../src/core/suffixes/public-suffixes.json', import.meta.url))

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(publicSuffixesFile, `${JSON.stringify(publicSuffixes(), null, 2)}\n`)
