import { longestBody, type PaymentHeader } from '../../core/protocols/dialect'
import type { Interruption } from '../../core/purchase/purchase'
import { readBounded } from '../bounded-text'
import { isJson, lowerCaseHeaders } from '../challenge/fetch-challenge'

/** The largest fragment that is kept, in bytes. */
export const largestFragment = 4 * 1024 * 1024
const patienceMs = 100_000

export type PaidFetch =
  | { readonly type: 'answered'; readonly status: number; readonly headers: ReadonlyMap<string, string>; readonly html: string | null; readonly body: string | null }
  | { readonly type: 'interrupted'; readonly why: Interruption }

/**
 * Fetches a fragment, or the thanks for a tip, with the payment on it. Never follows a redirect: that would hand the signature to its target.
 * `html` is the fragment, null where the answer holds none that can be kept; `body` is the JSON text of a refusal, if it is one.
 */
export async function fetchPaid(url: string, header: PaymentHeader, cookies: RequestCredentials = 'include'): Promise<PaidFetch> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  try {
    const response = await fetch(url, {
      method: 'GET',
      headers: { Accept: 'text/html', [header.name]: header.value },
      credentials: cookies,
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    })
    if (response.type === 'opaqueredirect') return { type: 'interrupted', why: 'redirected' }
    const html = response.ok && isHtml(response) ? await readBounded(response, largestFragment) : null
    const body = !response.ok && isJson(response.headers.get('content-type')) ? await readBounded(response, longestBody) : null
    return { type: 'answered', status: response.status, headers: lowerCaseHeaders(response.headers), html, body }
  } catch {
    return { type: 'interrupted', why: stop.signal.aborted ? 'timeout' : 'network' }
  } finally {
    clearTimeout(timer)
  }
}

const isHtml = (response: Response): boolean => /^text\/html\b/i.test(response.headers.get('content-type') ?? '')
