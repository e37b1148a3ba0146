import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dictionary } from '@zxcvbn-ts/language-common'
import { joinWords } from '../src/core/packed/word-list'

/** Below this rank every password is kept; above it only those long enough to pass on their length alone. */
const ranksKept = 12_000
const alwaysKeptFrom = 9

/** The common passwords that the password meter needs, most common first. What is left out are rare short ones, which a password of ten characters hides anyway. */
export const keptPasswords = (): readonly string[] => dictionary['passwords-common'].filter((text, rank) => rank < ranksKept || text.length >= alwaysKeptFrom)

/**
 * Sorted within ranks 1 to 6, 7 to 48, 49 to 342 and so on: what begins alike stands together and takes little room, and no rank
 * is more than seven times or less than a seventh of what it was, less than three bits of a guess.
 */
export function sortedNearby(ranked: readonly string[]): readonly string[] {
  const sorted: string[] = []
  for (let from = 1; from <= ranked.length; from *= 7) sorted.push(...ranked.slice(from - 1, from * 7 - 1).sort())
  return sorted
}

interface CommonPasswords {
  readonly source: string
  readonly copyright: string
  readonly passwords: string
  readonly words: string
}

/** Common passwords, and everyday words, whose order says nothing. */
export function commonPasswords(): CommonPasswords {
  return {
    source: 'Selected from @zxcvbn-ts/language-common (MIT License) by scripts/common-passwords.ts.',
    copyright: '2012-2016 Dan Wheeler and Dropbox, Inc.; 2021 @zxcvbn-ts',
    passwords: joinWords(sortedNearby(keptPasswords())),
    words: joinWords(dictionary['diceware-common']),
  }
}

export const commonPasswordsFile = fileURLToPath(new URL('../src/core/password/common.json', import.meta.url))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(commonPasswordsFile, `${JSON.stringify(commonPasswords(), null, 2)}\n`)
}
