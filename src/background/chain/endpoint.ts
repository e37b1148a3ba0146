import { isProtected } from '../../core/protocols/is-protected'
import { err, ok, type Result } from '../../core/result'

const patienceMs = 8_000
const largestReply = 512 * 1024

/** A chain endpoint learns an address and its balance: it must be reached in private, or be this computer. */
export function isAcceptableEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return false
  return isProtected(url)
}

/**
 * Posts one JSON-RPC body to a chain endpoint and returns the parsed JSON, whatever it says: the caller reads it strictly.
 * No cookies, no referrer, no redirects; bounded in time and size.
 */
export async function postJson(endpoint: string, body: unknown): Promise<Result<unknown, 'unreachable'>> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    })
    const text = await response.text()
    if (!response.ok || text.length > largestReply) return err('unreachable')
    return ok(JSON.parse(text))
  } catch {
    return err('unreachable')
  } finally {
    clearTimeout(timer)
  }
}
