import { err, ok, type Result } from '../../core/result'
import { isSealedPart, largestPart, openPart } from '../../core/sealed/format'
import { readKeyAnswer } from '../../core/sealed/key-answer'
import { readBytes } from '../bounded-text'

/** - unreachable: try again · not-sealed: there is something else in its place, which no key opens */
export type PartFault = 'unreachable' | 'not-sealed'

const patienceMs = 20_000

/**
 * The ciphertext of what a page sells. It is public: nobody is told who asks for it, and it is taken from where the page says, or not
 * at all.
 * @param cache 'no-cache' to have it as it is now; 'force-cache' to have it once more
 */
export async function fetchPart(address: string, cache: RequestCache): Promise<Result<Uint8Array, PartFault>> {
  try {
    const signal = AbortSignal.timeout(patienceMs)
    const response = await fetch(address, { credentials: 'omit', cache, redirect: 'error', referrerPolicy: 'no-referrer', signal })
    if (!response.ok) return err('unreachable')
    const bytes = await readBytes(response, largestPart)
    return bytes !== null && isSealedPart(bytes) ? ok(bytes) : err('not-sealed')
  } catch {
    return err('unreachable')
  }
}

/** The text that an answer to a payment opens; null where it opens none. */
export async function opened(part: Uint8Array, answer: string | null): Promise<string | null> {
  const key = answer === null ? null : readKeyAnswer(answer)
  return key === null ? null : openPart(crypto.subtle, key.key, key, part)
}
