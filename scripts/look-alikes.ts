import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import looks from 'unhomoglyph/data.json' with { type: 'json' }

interface LookAlikes {
  readonly source: string
  readonly copyright: string
  /** Code points in base 36, each less the one before it. */
  readonly letters: string
  /** What each is taken for. */
  readonly looks: readonly string[]
}

/** Letters that are left when a name is taken apart (NFKD) and its marks are dropped: two thirds of the table never get there. */
const isLeft = (letter: string): boolean => letter.normalize('NFKD') === letter && !/\p{M}/u.test(letter)

/** Letters and what they look like, in order. */
export const keptLooks = (): readonly (readonly [number, string])[] =>
  Object.entries(looks)
    .filter(([letter]) => isLeft(letter))
    .map(([letter, look]) => [letter.codePointAt(0) ?? 0, look] as const)
    .sort(([one], [other]) => one - other)

export function lookAlikes(): LookAlikes {
  const kept = keptLooks()
  return {
    source: 'The part of unhomoglyph (MIT License), made of the Unicode Consortium’s confusables, that scripts/look-alikes.ts selects.',
    copyright: '2016 Vitaly Puzrin; 1991 Unicode, Inc. (Unicode License V3)',
    letters: kept.map(([letter], at) => (letter - (kept[at - 1]?.[0] ?? 0)).toString(36)).join(' '),
    looks: kept.map(([, look]) => look),
  }
}

export const lookAlikesFile = fileURLToPath(new URL('../src/core/risk/look-alikes.json', import.meta.url))

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(lookAlikesFile, `${JSON.stringify(lookAlikes())}\n`)
