import { createHash } from 'node:crypto'
import { cutAnswer } from './author'
import { itemsOf, onlyCookies, type Counter } from './counter'
import { placeOf } from './place'
import { maybeText, readAnswer, type Answer, type Site } from './site'

/** Headers that make an answer depend on what a cache has, or on a part of the bytes: a page that is cut has other bytes. */
const conditions = ['if-none-match', 'if-modified-since', 'if-match', 'if-unmodified-since', 'if-range', 'range']
/** Headers that are the shop's business. */
const payments = ['payment-signature', 'x-payment', 'payment-authorization', 'sign-in-with-x']

/**
 * Answers whatever lies on the author's own site: pages without what is sold in them, unless whoever asks has bought it; everything
 * else as it is.
 * @throws Refused for what may not be shown
 */
export async function answerEverybody(request: Request, site: Site, counter: Counter): Promise<Response> {
  const { answer, untouched } = await askAsIs(request, site)
  if (answer.type === 'other') return untouched ?? answer.response
  if (!/data-paid/i.test(answer.html)) return untouched ?? withoutBody(request, new Response(answer.bytes, { status: answer.status, headers: answer.headers }))
  return answerCut(request, answer, site, counter)
}

/** @returns `untouched`: an answer without the whole body (304, part of a file, HEAD) that stands if this is no page with something for sale */
async function askAsIs(request: Request, site: Site): Promise<{ readonly answer: Answer; readonly untouched: Response | null }> {
  const first = await site(without(request, payments))
  const isPartial = request.method === 'HEAD' || (request.method === 'GET' && [206, 304, 412, 416].includes(first.status))
  if (!isPartial || !maybeText(first.headers)) return { answer: await readAnswer(first), untouched: null }
  // What it speaks of has to be known whole.
  const whole = await site(new Request(without(request, [...payments, ...conditions]), { method: 'GET' }))
  const answer = await readAnswer(whole)
  if (answer.type === 'other') await answer.response.body?.cancel().catch(() => undefined)
  return { answer, untouched: first }
}

/** A request for the author's site, without some headers, and without a payment in the place of a sign-in. */
function without(request: Request, names: readonly string[]): Request {
  const headers = new Headers(request.headers)
  for (const name of names) headers.delete(name)
  if (/^payment\s/i.test(headers.get('authorization') ?? '')) headers.delete('authorization')
  return new Request(request, { headers })
}

async function answerCut(request: Request, answer: Extract<Answer, { type: 'page' }>, site: Site, counter: Counter): Promise<Response> {
  const { origin, till } = counter
  const { cut, headers, status, place } = await cutAnswer(answer, placeOf(new URL(request.url)), site, counter)
  for (const advice of cut.advice) counter.advise(`${place}: ${advice}`)
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  const bought = new Set<number>()
  for (const { part, item } of isReading && request.headers.has('cookie') ? itemsOf(cut, place, origin) : []) {
    const known = await till.recognise(onlyCookies(request), item)
    if (known !== null) bought.add(part.number)
  }
  if (bought.size > 0) {
    headers.set('Cache-Control', 'private, no-store')
    return withoutBody(request, new Response(cut.whole(bought), { status, headers }))
  }
  const page = Buffer.from(cut.forAll)
  headers.set('Content-Length', String(page.length))
  if (!isReading || status !== 200) return withoutBody(request, new Response(page, { status, headers }))
  const etag = `"${createHash('sha256').update(page).digest('base64url').slice(0, 27)}"`
  headers.set('ETag', etag)
  if (!matches(request.headers.get('if-none-match'), etag)) return withoutBody(request, new Response(page, { status, headers }))
  headers.delete('Content-Length')
  return new Response(null, { status: 304, headers })
}

const matches = (header: string | null, etag: string): boolean => header !== null && header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)

const withoutBody = (request: Request, response: Response): Response => (request.method === 'HEAD' ? new Response(null, response) : response)

