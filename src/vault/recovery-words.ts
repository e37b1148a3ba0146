import { splitWords } from '../core/packed/word-list'
import list from './recovery-words.json' with { type: 'json' }

let words: string[] | null = null

/** The 2048 English words of BIP-39, in their order. Read on first use: a worker that wakes up has no need of them. */
export const recoveryWords = (): string[] => (words ??= splitWords(list.words))
