import type { PaymentHeader } from '../../core/protocols/dialect'
import type { Interruption } from '../../core/purchase/purchase'
import { lowerCaseHeaders } from '../challenge/fetch-challenge'

/** The largest fragment that is kept, in bytes. */
export const largestFragment = 4 * 1024 * 1024
const patienceMs = 100_000

export type PaidFetch =
  | { readonly type: 'answered'; readonly status: number; readonly headers: ReadonlyMap<string, string>; readonly html: string | null }
  | { readonly type: 'interrupted'; readonly why: Interruption }

/**
 * Fetches a fragment with the payment on it. Never follows a redirect: that would hand the signature to its target.
 * `html` is the fragment, null where the answer holds none that can be kept.
 */
export async function fetchPaid(url: string, header: PaymentHeader): Promise<PaidFetch> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  try {
    const response = await fetch(url, {
      method: 'GET',
      headers: { Accept: 'text/html', [header.name]: header.value },
      credentials: 'include',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    })
    if (response.type === 'opaqueredirect') return { type: 'interrupted', why: 'redirected' }
    const html = response.ok && isHtml(response) ? await readBounded(response) : null
    return { type: 'answered', status: response.status, headers: lowerCaseHeaders(response.headers), html }
  } catch {
    return { type: 'interrupted', why: stop.signal.aborted ? 'timeout' : 'network' }
  } finally {
    clearTimeout(timer)
  }
}

const isHtml = (response: Response): boolean => /^text\/html\b/i.test(response.headers.get('content-type') ?? '')

/** The body as text, or null when it is empty or too large. Throws when the connection breaks: a half article is no article. */
async function readBounded(response: Response): Promise<string | null> {
  if (response.body === null) return null
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > largestFragment) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
  text += decoder.decode()
  return text.trim() === '' ? null : text
}
