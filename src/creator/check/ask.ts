import { longestBody, type Answer } from '../../core/protocols/dialect'

/** What a server answered, bounded. */
export interface Heard {
  readonly url: string
  readonly status: number
  readonly headers: Headers
  /** Up to `largest` bytes, as UTF-8. */
  readonly body: string
  readonly isWhole: boolean
}

const largest = 4 * 1024 * 1024
const patienceMs = 20_000

/**
 * Asks a server once, as a stranger: no cookies, no redirect is followed.
 * @throws in words where nothing is answered in time
 */
export async function ask(url: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Heard> {
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

/** As the protocols are read from. */
export function asAnswer({ url, status, headers, body }: Heard): Answer {
  const isJson = /\bjson\b/i.test(headers.get('content-type') ?? '') && body.length <= longestBody
  return { url, status, headers: new Map(headers), ...(isJson && { body }) }
}

export const isHtml = ({ headers }: Heard): boolean => /^text\/html\b/i.test(headers.get('content-type') ?? '')
/** As a browser asks for a page. */
export const asBrowser = { Accept: 'text/html,application/xhtml+xml', 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'navigate' } as const
