import type { Answer } from '../../core/protocols/dialect'
import { readNamed } from '../../core/protocols/named/answer'
import type { ChosenChallenge } from '../../core/protocols/registry'
import { err, ok, type Result } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { Settings } from '../../messaging/views'
import { fetchChallenge } from './fetch-challenge'
import { readOffers } from './protocols'

/** Why nothing can be paid, for the reader. */
export interface Unpayable {
  readonly sentence: string
  readonly remedy: 'retry' | 'none'
}

interface Asking {
  /** An answer that the browser has just had for the same address: where it says enough, no request is made. */
  readonly seen: Answer | null
  /** Whether a server that tells a browser nothing is asked once more. By itself the wallet makes no request that brings nothing. */
  readonly asProgram: boolean
  /** Left out where the place that is asked is another site than the reader is on. */
  readonly cookies?: RequestCredentials
}

const unpayable = (sentence: string, remedy: Unpayable['remedy'] = 'none'): Result<never, Unpayable> => err({ sentence, remedy })

/**
 * What a server asks for, in any dialect: a challenge with at least one offer that can be paid.
 */
export async function askFor(url: string, settings: Settings, { seen, asProgram, cookies = 'include' }: Asking = { seen: null, asProgram: true }): Promise<Result<ChosenChallenge, Unpayable>> {
  const first = seen === null ? await fetchChallenge(url, 'page', cookies) : ok(seen)
  if (!first.ok) return unpayable(words.ask[first.error], first.error === 'free' ? 'none' : 'retry')
  const read = readOffers(first.value, settings) ?? (asProgram ? await askAsProgram(url, settings, cookies) : null)
  if (read === null) return unpayable(words.named[readNamed(first.value)?.convention ?? 'unspecified'])
  return payable(read)
}

/** The same from the answer the browser has had alone, without any request. Null where it does not say enough. */
export function readSeen(seen: Answer | null, settings: Settings): Result<ChosenChallenge, Unpayable> | null {
  const read = seen === null ? null : readOffers(seen, settings)
  return read === null ? null : payable(read)
}

/** What was read, if anything in it can be paid; else in a sentence why not. */
export function payable(read: ReturnType<typeof readOffers>): Result<ChosenChallenge, Unpayable> {
  if (read === null) return unpayable(words.named.unspecified)
  if (!read.ok) return unpayable(words.challenge[read.error])
  if (read.value.offers.length > 0) return read
  const fault = read.value.refused[0]
  return unpayable(fault === undefined ? words.challenge['wrong-shape'] : words.offer[fault])
}

/** Older servers show a browser a page for other wallets, without a challenge, and name their price only to programs. */
async function askAsProgram(url: string, settings: Settings, cookies: RequestCredentials): Promise<ReturnType<typeof readOffers>> {
  const answer = await fetchChallenge(url, 'data', cookies)
  return answer.ok ? readOffers(answer.value, settings) : null
}
