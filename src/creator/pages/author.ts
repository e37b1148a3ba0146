import { err, type Result } from '../../core/result'
import { paths } from '../options'
import type { Counter } from './counter'
import type { Cut } from './cut'
import { placeOf } from './place'
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

type Author = Pick<Counter, 'origin' | 'cuts'>

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

/** The author's site, asked as nobody in particular: what is sold is the same for everybody. */
export async function askPage(origin: string, place: string, site: Site): Promise<Answer> {
  return readAnswer(await site(new Request(origin + place, { headers: { Accept: 'text/html,application/xhtml+xml', 'Accept-Encoding': 'identity' } })))
}

/**
 * Cuts what the author's site has answered, and finds out where its parts are sold. A query or another spelling that changes nothing of
 * what is sold makes no second sale of it: then the plain address is the place. Only what the site itself answers counts for that.
 * @throws Refused where it is in doubt what is for sale
 */
export async function cutAnswer(answer: Extract<Answer, { type: 'page' }>, place: string, site: Site, { origin, cuts }: Author): Promise<CutAnswer> {
  const first = cuts.cut(answer.html, place, place)
  if (!first.ok) throw new Refused(`${place}: ${first.error}`)
  const headers = new Headers(answer.headers)
  for (const name of untrue) headers.delete(name)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const asFound = { status: answer.status, headers, cut: first.value, place }
  for (const other of first.value.parts.length === 0 ? [] : otherPlaces(first.value, place, origin)) {
    const [mine, theirs] = [cuts.cut(answer.html, place, other), await cutAlone(other, site, { origin, cuts })]
    if (mine.ok && theirs.ok && isSame(mine.value, theirs.value)) return { ...asFound, cut: mine.value, place: other }
  }
  return asFound
}

/** Where the same page may also be: where it says it is, and without a query. */
function otherPlaces({ canonical }: Cut, place: string, origin: string): readonly string[] {
  const said = canonical !== null && URL.canParse(canonical, origin + place) ? new URL(canonical, origin + place) : null
  const places = [said?.origin === origin ? placeOf(said) : null, place.split('?')[0] ?? place]
  return [...new Set(places)].filter((other): other is string => other !== null && other !== place && !other.startsWith(paths.parts))
}

async function cutAlone(place: string, site: Site, { origin, cuts }: Author): Promise<Result<Cut, string>> {
  try {
    const answer = await askPage(origin, place, site)
    return answer.type === 'page' && answer.status === 200 ? cuts.cut(answer.html, place, place) : err('no page')
  } catch {
    return err('no answer')
  }
}

const isSame = (one: Cut, other: Cut): boolean =>
  one.parts.length === other.parts.length &&
  one.parts.every(({ fragment, price }, index) => fragment === other.parts[index]?.fragment && price === other.parts[index].price)
