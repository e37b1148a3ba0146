import { longestBody, type Answer } from '../../core/protocols/dialect'
import { err, ok, type Result } from '../../core/result'
import { mayAsk } from '../../platform/site-access'
import { readBounded } from '../bounded-text'

export type AskFault = 'unreachable' | 'too-slow' | 'redirected' | 'free' | 'not-asking' | 'url-too-long' | 'not-allowed'

/** The longest address a payment can be pinned to (docs/ARCHITECTURE.md, "One navigation, one header"). */
export const longestUrl = 2048

const patienceMs = 15_000

/** How a server is asked: as a browser shows a page, or as a program reads data. */
export type Manner = 'page' | 'data'

const accept: Record<Manner, string> = {
  page: 'text/html,application/xhtml+xml,*/*;q=0.8',
  data: 'application/json',
}

/**
 * Asks a server what it wants for `url`, with the reader's cookies unless they are left out, and reads the head of its answer and, where it is
 * JSON, its body. The page is never believed: this is the challenge that is shown and paid.
 */
export async function fetchChallenge(url: string, manner: Manner = 'page', cookies: RequestCredentials = 'include'): Promise<Result<Answer, AskFault>> {
  if (url.length > longestUrl) return err('url-too-long')
  if (!(await mayAsk(url))) return err('not-allowed')
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  try {
    const response = await fetch(url, {
      method: 'GET',
      headers: { Accept: accept[manner] },
      credentials: cookies,
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    })
    return await readAnswer(url, response)
  } catch {
    return err(stop.signal.aborted ? 'too-slow' : 'unreachable')
  } finally {
    clearTimeout(timer)
  }
}

async function readAnswer(url: string, response: Response): Promise<Result<Answer, AskFault>> {
  const isAsking = response.status === 402
  const body = isAsking && isJson(response.headers.get('content-type')) ? await readBounded(response, longestBody) : null
  if (body === null) void response.body?.cancel().catch(() => undefined)
  if (response.type === 'opaqueredirect') return err('redirected')
  if (response.ok) return err('free')
  if (!isAsking) return err('not-asking')
  const answer = { url, status: response.status, headers: lowerCaseHeaders(response.headers) }
  return ok(body === null ? answer : { ...answer, body })
}

/** Whether a Content-Type is application/json or its like: application/problem+json. */
export const isJson = (type: string | null | undefined): boolean => /^application\/([\w.-]+\+)?json\b/i.test(type ?? '')

export function lowerCaseHeaders(headers: Headers): ReadonlyMap<string, string> {
  return new Map([...headers].map(([name, value]) => [name.toLowerCase(), value]))
}
