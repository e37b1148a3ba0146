import { isKeyAnswer, keyAnswerType, longestKeyAnswer } from '../../core/sealed/key-answer'
import { longestBody, type PaymentHeader } from '../../core/protocols/dialect'
import type { Interruption } from '../../core/purchase/purchase'
import { readBounded } from '../bounded-text'
import { isJson, lowerCaseHeaders } from '../challenge/fetch-challenge'

/** The largest fragment that is kept, in bytes. */
export const largestFragment = 4 * 1024 * 1024
const patienceMs = 100_000

export type PaidFetch =
  | { readonly type: 'answered'; readonly status: number; readonly headers: ReadonlyMap<string, string>; readonly content: string | null; readonly body: string | null }
  | { readonly type: 'interrupted'; readonly why: Interruption }

/** What is to come: HTML, or the key of a sealed part. */
interface Wanted {
  readonly type: string
  readonly isIt: (type: string | null) => boolean
  readonly most: number
}

export const wanted = {
  html: { type: 'text/html', isIt: (type) => /^text\/html\b/i.test(type ?? ''), most: largestFragment },
  key: { type: keyAnswerType, isIt: isKeyAnswer, most: longestKeyAnswer },
} as const satisfies Record<string, Wanted>

/**
 * Fetches a fragment, a key, or the thanks for a tip, with the payment on it. Never follows a redirect: that would hand the signature to its target.
 * `content` is what was wanted, null where the answer holds none that can be kept; `body` is the JSON text of a refusal, if it is one.
 */
export async function fetchPaid(url: string, header: PaymentHeader, cookies: RequestCredentials = 'include', { type, isIt, most }: Wanted = wanted.html): Promise<PaidFetch> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  try {
    const response = await fetch(url, {
      method: 'GET',
      headers: { Accept: type, [header.name]: header.value },
      credentials: cookies,
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    })
    if (response.type === 'opaqueredirect') return { type: 'interrupted', why: 'redirected' }
    const content = response.ok && isIt(response.headers.get('content-type')) ? await readBounded(response, most) : null
    const body = !response.ok && isJson(response.headers.get('content-type')) ? await readBounded(response, longestBody) : null
    return { type: 'answered', status: response.status, headers: lowerCaseHeaders(response.headers), content, body }
  } catch {
    return { type: 'interrupted', why: stop.signal.aborted ? 'timeout' : 'network' }
  } finally {
    clearTimeout(timer)
  }
}
