import { paths } from '../options'
import { preflight } from '../till/answers'
import type { Item } from '../till/item'
import { askPage, cutAnswer } from './author'
import { itemsOf, onlyCookies, type Counter } from './counter'
import { answerEverybody } from './everybody'
import type { Part } from './cut'
import { noPartPage, refusalPage } from './people'
import { placeOf } from './place'
import type { Site } from './site'

/** `/farthing/parts/<n><path of the page>`: a number without zeros before it. */
const address = new RegExp(`^${paths.parts}/([1-9]\\d?)(/.*)$`)
/** The longest address a wallet pays for (docs/ARCHITECTURE.md). */
const longestPlace = 1800

/**
 * Sells the parts of pages, each at an address of its own.
 * @returns null for addresses that are no parts
 * @throws Refused for a page that may not be shown
 */
export async function answerPart(request: Request, site: Site, counter: Counter): Promise<Response | null> {
  const url = new URL(request.url)
  if (url.pathname !== paths.parts && !url.pathname.startsWith(`${paths.parts}/`)) return null
  if (request.method === 'OPTIONS') return preflight()
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response('Only GET and HEAD.', { status: 405, headers: { Allow: 'GET, HEAD, OPTIONS' } })
  const [, number = '', path = ''] = address.exec(url.pathname) ?? []
  const place = placeOf(new URL(counter.origin + path + url.search))
  if (path === '' || place.length > longestPlace || new URL(counter.origin + place).pathname.startsWith('/farthing/')) return nothing(request)
  const answer = await askPage(counter.origin, place, site)
  if (answer.type === 'other' || answer.status !== 200) return asTheSiteSays(request, place, site, counter)
  const page = await cutAnswer(answer, place, site, counter)
  const sold = itemsOf(page.cut, page.place, counter.origin)
  const wanted = sold[Number(number) - 1]
  if (wanted === undefined) return nothing(request)
  return new Sale(request, counter, page, sold, wanted).answer()
}

type Sold = ReturnType<typeof itemsOf>[number]

/** One part that somebody asks for. What is sold is at hand here, so that it can be given once it is paid. */
class Sale {
  readonly #isPage: boolean

  constructor(
    readonly request: Request,
    readonly counter: Counter,
    readonly page: Awaited<ReturnType<typeof cutAnswer>>,
    readonly sold: readonly Sold[],
    readonly wanted: Sold,
  ) {
    this.#isPage = loadsPage(request.headers)
  }

  async answer(): Promise<Response> {
    const { request, counter, wanted } = this
    const { item, part } = wanted
    const known = await counter.till.recognise(request, item)
    if (known !== null) return this.#give(known.headers)
    if (request.method === 'HEAD') return new Response(null, this.#refuse(await counter.till.quote(request, item), item, part))
    const charged = await counter.till.charge(request, item)
    return charged.type === 'paid' ? this.#give(charged.headers) : this.#refuse(charged, item, part)
  }

  async #give(said: Headers): Promise<Response> {
    const { request, page, wanted, counter, sold } = this
    const headers = this.#isPage ? merged(page.headers, said) : new Headers(said)
    headers.set('Content-Type', 'text/html; charset=utf-8')
    headers.set('Cache-Control', 'private, no-store')
    headers.set('X-Robots-Tag', 'noindex')
    headers.set('X-Content-Type-Options', 'nosniff')
    if (request.method === 'HEAD') return new Response(null, { headers })
    if (!this.#isPage) return new Response(wanted.part.fragment, { headers })
    const bought = new Set([wanted.part.number])
    for (const other of sold) if (other !== wanted && (await counter.till.recognise(onlyCookies(request), other.item)) !== null) bought.add(other.part.number)
    return new Response(page.cut.whole(bought, wanted.item.url.slice(counter.origin.length)), { headers })
  }

  #refuse({ status, headers: said, problem, sentence }: Awaited<ReturnType<Counter['till']['quote']>>, item: Item, part: Part): Response {
    const headers = new Headers(said)
    headers.set('Cache-Control', 'private, no-store')
    headers.set('X-Robots-Tag', 'noindex')
    if (!this.#isPage) {
      headers.set('Content-Type', 'application/problem+json')
      return new Response(problem, { status, headers })
    }
    return refusalPage({ shop: this.counter.name, title: part.title, price: part.price, page: this.page.place, src: item.url.slice(this.counter.origin.length), sentence }, status, headers)
  }
}

/** The author's headers with the till's. A cookie that was meant for nobody is left out: it would take the place of the reader's own. */
function merged(page: Headers, said: Headers): Headers {
  const headers = new Headers(page)
  headers.delete('Set-Cookie')
  for (const [name, value] of said) {
    if (name === 'set-cookie' || name === 'link' || name === 'vary') headers.append(name, value)
    else headers.set(name, value)
  }
  return headers
}

/**
 * Whether a page is to be loaded, by what browsers say of their requests. A one-shot service worker, which loads a page in their place,
 * passes on what kinds of page they take; whoever says nothing of that is believed by what it takes.
 */
function loadsPage(headers: Headers): boolean {
  const destination = headers.get('sec-fetch-dest')
  const accept = headers.get('accept') ?? ''
  if (destination === null) return /text\/html/i.test(accept)
  return /^(document|iframe|frame)$/.test(destination) || (destination === 'empty' && /application\/xhtml\+xml/i.test(accept))
}

/** Whatever the author's site says there instead, as anybody would hear it, and free of charge. */
async function asTheSiteSays(request: Request, place: string, site: Site, counter: Counter): Promise<Response> {
  const asked = new Request(counter.origin + place, { method: request.method, headers: { Accept: 'text/html' } })
  const response = await answerEverybody(asked, site, counter)
  if (response.status === 200) {
    await response.body?.cancel().catch(() => undefined)
    return nothing(request)
  }
  const headers = new Headers(response.headers)
  headers.delete('Set-Cookie')
  headers.set('Cache-Control', 'no-store')
  return new Response(response.body, { status: response.status, headers })
}

function nothing(request: Request): Response {
  const response = noPartPage()
  return request.method === 'HEAD' ? new Response(null, response) : response
}
