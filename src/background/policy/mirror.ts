import { err, ok, type Result } from '../../core/result'
import { readBounded } from '../bounded-text'

const patienceMs = 15_000

/** 'missing': whoever answered has no such file. */
export type Mirrored = Result<string, 'missing' | 'unreachable'>

/**
 * Fetches one file of a mirror. It learns the address of this device and nothing else: no cookies, no referrer, no redirects; bounded in time
 * and size. What is longer than it may be has one byte more than it may, and is refused for that.
 * @param file below the mirror's address, "root/2.json"
 */
export async function fetchFrom(mirror: string, file: string, maxBytes: number): Promise<Mirrored> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  try {
    const response = await fetch(new URL(file, mirror.endsWith('/') ? mirror : `${mirror}/`), {
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    })
    if (response.status === 404) return err('missing')
    if (!response.ok) return err('unreachable')
    return ok((await readBounded(response, maxBytes)) ?? ' '.repeat(maxBytes + 1))
  } catch {
    return err('unreachable')
  } finally {
    clearTimeout(timer)
  }
}
