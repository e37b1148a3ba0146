import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dictionary } from '@zxcvbn-ts/language-common'

/** Below this rank every password is kept; above it only those long enough to pass on their length alone. */
const ranksKept = 15_000
const alwaysKeptFrom = 9

/**
 * The part of the common passwords and everyday words that the password meter needs, most common first:
 * a third of the whole. What is left out are rare short words, which a password of ten characters hides anyway.
 */
export function commonPasswords(): { readonly source: string; readonly copyright: string; readonly passwords: string; readonly words: string } {
  const passwords = dictionary['passwords-common'].filter((text, rank) => rank < ranksKept || text.length >= alwaysKeptFrom)
  return {
    source: 'Selected from @zxcvbn-ts/language-common (MIT License) by scripts/common-passwords.ts.',
    copyright: '2012-2016 Dan Wheeler and Dropbox, Inc.; 2021 @zxcvbn-ts',
    passwords: passwords.join(' '),
    words: dictionary['diceware-common'].join(' '),
  }
}

export const commonPasswordsFile = fileURLToPath(new URL('../src/core/password/common.json', import.meta.url))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(commonPasswordsFile, `${JSON.stringify(commonPasswords(), null, 2)}\n`)
}
