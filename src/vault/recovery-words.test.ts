import { readFileSync } from 'node:fs'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { expect, it } from 'vitest'
import { recoveryWords as joined, recoveryWordsFile } from '../../scripts/recovery-words'
import { recoveryWords } from './recovery-words'

it('are those of BIP-39, in their order', () => {
  expect(recoveryWords()).toEqual(wordlist)
  expect(JSON.parse(readFileSync(recoveryWordsFile, 'utf8'))).toEqual(joined())
})
