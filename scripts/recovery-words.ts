import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { joinWords } from '../src/core/packed/word-list'

export const recoveryWords = () => ({
  source: 'The English words of BIP-39 as in @scure/bip39 (MIT License), joined by scripts/recovery-words.ts.',
  copyright: '2022 Patricio Palladino, Paul Miller',
  words: joinWords(wordlist),
})

export const recoveryWordsFile = fileURLToPath(new URL('../src/vault/recovery-words.json', import.meta.url))

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(recoveryWordsFile, `${JSON.stringify(recoveryWords(), null, 2)}\n`)
