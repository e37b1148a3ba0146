import { headersFrom, type Ask, type Question } from '../../core/selling-check/heard'

/** What a server answered, bounded. */
export interface Answered {
  readonly url: string
  readonly status: number
  readonly headers: Headers
  /** Up to `largest` bytes, as UTF-8. */
  readonly body: string
  readonly isWhole: boolean
}

const largest = 4 * 1024 * 1024
const patienceMs = 20_000

/** As the questions of the checker go over the wire. */
const questions: Readonly<Record<Question, { readonly method?: string; readonly headers: Readonly<Record<string, string>> }>> = {
  person: { headers: { Accept: 'text/html,application/xhtml+xml', 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'navigate' } },
  plain: { headers: { Accept: '*/*' } },
  head: { method: 'HEAD', headers: { Accept: '*/*' } },
  conditional: { headers: { 'If-None-Match': '*', 'If-Modified-Since': new Date(0).toUTCString() } },
  range: { headers: { Range: 'bytes=0-99' } },
  preflight: { method: 'OPTIONS', headers: { Origin: 'https://reader.example', 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'payment-signature' } },
}

/** Puts a question of the checker. */
export const put: Ask = async (url, question) => {
  const { method, headers } = questions[question]
  const answered = await ask(url, headers, method)
  return { ...answered, headers: headersFrom((name) => answered.headers.get(name)) }
}

/**
 * Asks a server once, as a stranger: no cookies, no redirect is followed.
 * @throws in words where nothing is answered in time
 */
export async function ask(url: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answered> {
  try {
    const response = await fetch(url, { method, headers, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) })
    const { text, isWhole } = await readBody(response)
    return { url, status: response.status, headers: response.headers, body: text, isWhole }
  } catch (error) {
    throw new Error(`${url} does not answer: ${reasonOf(error)}`, { cause: error })
  }
}

/** Node hides the reason of a failed fetch one step deeper. */
const reasonOf = (error: unknown): string => (error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error))

async function readBody(response: Response): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of response.body ?? []) {
    size += piece.length
    pieces.push(piece)
    if (size > largest) break
  }
  const bytes = Buffer.concat(pieces).subarray(0, largest)
  return { text: new TextDecoder().decode(bytes), isWhole: size <= largest }
}
