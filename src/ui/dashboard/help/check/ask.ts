import { headersFrom, type Ask, type Heard, type Question } from '../../../../core/selling-check/heard'

/** Bytes of an answer that are read. */
const largest = 4 * 1024 * 1024
const patienceMs = 20_000

interface Way {
  readonly method?: string
  readonly headers: Readonly<Record<string, string>>
}

/** As far as a page of a browser may put them: `inexactInBrowsers`. */
const ways: Readonly<Record<Question, Way>> = {
  person: { headers: { Accept: 'text/html,application/xhtml+xml' } },
  plain: { headers: { Accept: '*/*' } },
  head: { method: 'HEAD', headers: { Accept: '*/*' } },
  conditional: { headers: { 'If-None-Match': '*', 'If-Modified-Since': new Date(0).toUTCString() } },
  range: { headers: { Range: 'bytes=0-99' } },
  preflight: { method: 'OPTIONS', headers: {} },
}

/** Asks as a stranger: no cookies, nothing out of a cache, no redirect is followed. @param stop ends what is under way */
export const asker = (stop: AbortSignal): Ask => async (url, question) => {
  const response = await fetch(url, {
    ...ways[question],
    signal: AbortSignal.any([stop, AbortSignal.timeout(patienceMs)]),
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  })
  return { url, status: response.status, headers: headersFrom((name) => response.headers.get(name)), ...(await readBody(response)) }
}

async function readBody({ body }: Response): Promise<Pick<Heard, 'body' | 'isWhole'>> {
  const reader = body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    size += read.value.length
    text += decoder.decode(read.value, { stream: true })
    if (size > largest) {
      await reader?.cancel()
      break
    }
  }
  return { body: text + decoder.decode(), isWhole: size <= largest }
}
