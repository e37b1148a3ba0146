import type { Answer } from '../../core/protocols/dialect'
import { err, ok, type Result } from '../../core/result'

export type AskFault = 'unreachable' | 'too-slow' | 'redirected' | 'free' | 'not-asking' | 'url-too-long'

/** The longest address a payment can be pinned to (docs/ARCHITECTURE.md, "One navigation, one header"). */
export const longestUrl = 2048

const patienceMs = 15_000

/**
 * Asks a server what it wants for `url`, as the reader's browser would ask, and reads only the head of its answer.
 * The page is never believed: this is the challenge that is shown and paid.
 */
export async function fetchChallenge(url: string): Promise<Result<Answer, AskFault>> {
  if (url.length > longestUrl) return err('url-too-long')
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  try {
    const response = await fetch(url, {
      method: 'GET',
      headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
      credentials: 'include',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    })
    void response.body?.cancel()
    return readHead(url, response)
  } catch {
    return err(stop.signal.aborted ? 'too-slow' : 'unreachable')
  } finally {
    clearTimeout(timer)
  }
}

function readHead(url: string, response: Response): Result<Answer, AskFault> {
  if (response.type === 'opaqueredirect') return err('redirected')
  if (response.ok) return err('free')
  if (response.status !== 402) return err('not-asking')
  return ok({ url, status: response.status, headers: lowerCaseHeaders(response.headers) })
}

export function lowerCaseHeaders(headers: Headers): ReadonlyMap<string, string> {
  return new Map([...headers].map(([name, value]) => [name.toLowerCase(), value]))
}
