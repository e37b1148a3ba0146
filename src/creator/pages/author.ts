import { err, type Result } from '../../core/result'
import { paths } from '../options'
import { cutPage, type Cut } from './cut'
import { attribute, elementsWithin, parsePage } from './markup'
import { readAnswer, Refused, type Answer, type Site } from './site'

/** A page of the author's, cut. */
export interface CutAnswer {
  readonly status: number
  /** As the author's site sent them, without what is no longer true of the page. */
  readonly headers: Headers
  readonly cut: Cut
  /** Path and query under which its parts are sold: where the same parts are, by what the site itself says. */
  readonly place: string
}

/** Headers that speak of the whole text, its bytes, or the connection it came by. */
const untrue = [
  'accept-ranges',
  'connection',
  'content-digest',
  'content-disposition',
  'content-encoding',
  'content-length',
  'content-location',
  'content-md5',
  'content-range',
  'digest',
  'etag',
  'keep-alive',
  'last-modified',
  'repr-digest',
  'sourcemap',
  'transfer-encoding',
  'x-sourcemap',
]

/** A page’s own path and query, each place written in one way: letters that need no escape have none. */
export function placeOf(url: URL): string {
  const plain = url.pathname.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return /[A-Za-z0-9._~-]/.test(character) ? character : code.toUpperCase()
  })
  return plain + url.search
}

export const partAddress = (place: string, number: number): string => `${paths.parts}/${number}${place}`

/** The author's site, asked as nobody in particular: what is sold is the same for everybody. */
export async function askPage(origin: string, place: string, site: Site): Promise<Answer> {
  return readAnswer(await site(new Request(origin + place, { headers: { Accept: 'text/html,application/xhtml+xml', 'Accept-Encoding': 'identity' } })))
}

/**
 * Cuts what the author's site has answered, and finds out where its parts are sold. A query or another spelling that changes nothing of
 * what is sold makes no second sale of it: then the plain address is the place. Only what the site itself answers counts for that.
 * @throws Refused where it is in doubt what is for sale
 */
export async function cutAnswer(answer: Extract<Answer, { type: 'page' }>, place: string, origin: string, site: Site): Promise<CutAnswer> {
  const cutAt = (at: string): Result<Cut, string> => cutPage(answer.html, { page: new URL(origin + place), addressOf: (number) => addressFrom(answer.html, origin, partAddress(at, number)) })
  const first = cutAt(place)
  if (!first.ok) throw new Refused(`${place}: ${first.error}`)
  const headers = new Headers(answer.headers)
  for (const name of untrue) headers.delete(name)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const found = first.value.parts.length === 0 ? place : await plainPlace(answer.html, first.value, place, origin, site)
  const cut = found === place ? first : cutAt(found)
  if (!cut.ok) throw new Refused(`${place}: ${cut.error}`)
  return { status: answer.status, headers, cut: cut.value, place: found }
}

/** From the root of the site; whole where the page's base is another site. */
function addressFrom(html: string, origin: string, address: string): string {
  const [, href = ''] = /<base\b[^>]*\bhref\s*=\s*["']?([^\s"'>]+)/i.exec(html) ?? []
  return URL.canParse(href, origin) && new URL(href, origin).origin !== new URL(origin).origin ? origin + address : address
}

async function plainPlace(html: string, cut: Cut, place: string, origin: string, site: Site): Promise<string> {
  for (const other of otherPlaces(html, place, origin)) {
    const same = await cutAlone(origin, other, site)
    if (same.ok && isSame(cut, same.value)) return other
  }
  return place
}

/** Where the same page may also be: where it says it is, and without a query. */
function otherPlaces(html: string, place: string, origin: string): readonly string[] {
  const canonical = [...elementsWithin(parsePage(html))].find((element) => element.tagName === 'link' && /(^|\s)canonical(\s|$)/i.test(attribute(element, 'rel') ?? ''))
  const href = canonical === undefined ? null : attribute(canonical, 'href')
  const said = href !== null && URL.canParse(href, origin + place) ? new URL(href, origin + place) : null
  const places = [said?.origin === new URL(origin).origin ? placeOf(said) : null, place.split('?')[0] ?? place]
  return [...new Set(places)].filter((other): other is string => other !== null && other !== place && !other.startsWith(paths.parts))
}

async function cutAlone(origin: string, place: string, site: Site): Promise<Result<Cut, string>> {
  try {
    const answer = await askPage(origin, place, site)
    if (answer.type !== 'page' || answer.status !== 200) return err('no page')
    const page = new URL(origin + place)
    return cutPage(answer.html, { page, addressOf: (number) => partAddress(place, number) })
  } catch {
    return err('no answer')
  }
}

const isSame = (one: Cut, other: Cut): boolean =>
  one.parts.length === other.parts.length &&
  one.parts.every(({ fragment, price }, index) => fragment === other.parts[index]?.fragment && price === other.parts[index].price)

