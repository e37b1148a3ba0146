import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs } from '@zxcvbn-ts/language-common'
import common from './common.json' with { type: 'json' }
import { splitWords } from '../packed/word-list'

/** Why a password is not accepted. */
export type PasswordRefusal = 'too-short' | 'too-common' | 'too-guessable'

export interface PasswordJudgement {
  /** 0 (guessed at once) to 4 (beyond anybody's reach); 3 and 4 are accepted. */
  readonly score: 0 | 1 | 2 | 3 | 4
  readonly refused: PasswordRefusal | null
  /** Decimal logarithm of the number of guesses an informed attacker needs. */
  readonly guessesLog10: number
}

/** Characters (Unicode code points after NFKC) a new password must have. */
export const minimumPasswordLength = 10

/** Only this much is looked at: the time an estimate takes grows with the square of the length. */
const judgedLength = 100
const acceptedScore = 3

/** What somebody guessing at this wallet tries first. */
const ownWords = ['farthing', 'farthingwallet', 'wallet', 'cryptowallet', 'usdc', 'coinbase', 'ethereum', 'bitcoin', 'wren', 'paywall']

let estimator: ZxcvbnFactory | null = null

/** Built on first use: ranking the lists takes tens of milliseconds. */
function estimate(text: string) {
  estimator ??= new ZxcvbnFactory({
    dictionary: { passwords: splitWords(common.passwords), words: splitWords(common.words) },
    graphs: { qwerty: adjacencyGraphs.qwerty, keypad: adjacencyGraphs.keypad },
  })
  return estimator.check(text, ownWords)
}

/**
 * How well a new password would stand against somebody who has the wallet's file and knows how people choose.
 * The text is normalised to NFKC first, as it is for key derivation.
 */
export function judgePassword(text: string): PasswordJudgement {
  const characters = Array.from(text.normalize('NFKC'))
  const found = estimate(characters.slice(0, judgedLength).join(''))
  const refused = refusal(characters.length, found.sequence.map((match) => match.pattern), found.score)
  return { score: found.score, refused, guessesLog10: found.guessesLog10 }
}

/** A long enough password that is one well-known thing from end to end is named as such; otherwise only its strength counts. */
function refusal(length: number, patterns: readonly string[], score: number): PasswordRefusal | null {
  if (length < minimumPasswordLength) return 'too-short'
  if (score >= acceptedScore) return null
  return patterns.length === 1 && patterns[0] !== 'bruteforce' ? 'too-common' : 'too-guessable'
}
