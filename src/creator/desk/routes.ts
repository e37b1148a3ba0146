import { setTimeout as sleep } from 'node:timers/promises'
import * as v from 'valibot'
import { toChecksumAddress } from '../../core/authorization/address'
import { findNetwork } from '../../core/networks/networks'
import { displayText } from '../../core/protocols/text'
import { readBody } from '../bodies'
import { readDollars } from '../frame/money'
import { page } from '../frame/page'
import type { Html } from '../html'
import { paths, type Routes, type ShopOptions } from '../options'
import { denials, type Refunds } from '../refunds/refunds'
import { pageSize } from '../state/refunds'
import type { Filter, Place as SalePlace, Sale, Sales } from '../state/sales'
import type { Chain } from '../till/chain'
import { csv, json } from './export'
import { closedPage, doorPage, inside, isNotice, overviewPage, payoutsPage, requestsPage, salesPage, tipsPage, type Notice, type Place } from './pages'
import { formToken, isFormToken, sessionTime, type Sessions } from './sessions'

export interface DeskParts {
  readonly shop: Pick<ShopOptions, 'name' | 'origin' | 'payTo' | 'network'>
  readonly sales: Sales
  readonly refunds: Refunds
  readonly sessions: Sessions
  readonly chain: Chain
  /** Milliseconds that somebody waits who came with a link that is none. */
  readonly slowness?: number
}

/** The longest form that is read, in bytes. */
const longestForm = 8 * 1024
/** How many may wait for a no at once; more are told to come back later. */
const mostWaiting = 20
const day = 86_400_000

const pressed = v.variant('do', [
  v.object({ do: v.literal('all') }),
  v.object({ do: v.literal('again') }),
  v.object({ do: v.literal('part'), amount: v.pipe(v.string(), v.maxLength(20)) }),
  v.object({ do: v.literal('no'), reason: v.picklist(denials), note: v.pipe(v.string(), v.maxLength(2000), v.transform((text) => displayText(text, 500))) }),
])

/** The desk of the seller, under `/farthing/desk`: without scripts, for whoever has opened it with a link. */
export function deskRoutes(parts: DeskParts): Routes {
  const desk = new Desk(parts)
  return async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname !== paths.desk && !pathname.startsWith(`${paths.desk}/`)) return null
    return desk.answer(request, pathname.slice(paths.desk.length).replace(/\/$/, ''))
  }
}

class Desk {
  readonly #parts: DeskParts
  readonly #origin: string
  readonly #cookie: string
  #waiting = 0

  constructor(parts: DeskParts) {
    this.#parts = parts
    this.#origin = new URL(parts.shop.origin).origin
    // The prefix, which holds a cookie to this very host, is for encrypted sites only.
    this.#cookie = this.#origin.startsWith('https:') ? '__Host-farthing-desk' : 'farthing-desk'
  }

  async answer(request: Request, path: string): Promise<Response> {
    if (request.method === 'GET' || request.method === 'HEAD') {
      const link = /^\/in\/([\w-]{1,100})$/.exec(path)?.[1]
      return link === undefined ? this.#show(request, path) : page('The desk', doorPage(this.#parts.shop.name, link))
    }
    if (request.method !== 'POST') return new Response('Only GET and POST.', { status: 405, headers: { Allow: 'GET, HEAD, POST' } })
    // Browsers say where a form comes from; what does not say that it is from here is not from here.
    if (request.headers.get('origin') !== this.#origin) return this.#closed(403, 'Nothing was changed: this came from another page.')
    const body = await readBody(request, longestForm)
    if (body === null) return this.#closed(413, 'Nothing was changed: this is longer than is read here.')
    const fields = new URLSearchParams(body)
    if (path === '/in') return this.#enter(fields.get('link') ?? '')
    const session = await this.#session(request)
    if (session === null) return this.#closed(403, 'Nothing was changed: the desk is closed.')
    if (!isFormToken(session, fields.get('token') ?? '')) return this.#closed(403, 'Nothing was changed: this form is from another time. Open the desk again.')
    if (path === '/out') return this.#leave(session)
    const key = /^\/requests\/([0-9a-fA-F-]{36})$/.exec(path)?.[1]
    return key === undefined ? this.#closed(404, 'There is nothing here.') : this.#press(key, fields)
  }

  async #enter(link: string): Promise<Response> {
    const session = await this.#parts.sessions.open(link)
    if (session !== null) return this.#to('', { 'set-cookie': `${this.#cookie}=${session}; Path=/; Max-Age=${sessionTime / 1000}; HttpOnly; Secure; SameSite=Strict` })
    if (this.#waiting >= mostWaiting) return this.#closed(429, 'Too many have tried this at once. Try it again in a minute.')
    this.#waiting += 1
    await sleep(this.#parts.slowness ?? 1000)
    this.#waiting -= 1
    return this.#closed(403, 'This link was used before, or is older than fifteen minutes.')
  }

  async #leave(session: string): Promise<Response> {
    await this.#parts.sessions.end(session)
    return this.#to('', { 'set-cookie': `${this.#cookie}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Strict` })
  }

  async #press(key: string, fields: URLSearchParams): Promise<Response> {
    const wanted = v.safeParse(pressed, Object.fromEntries(fields))
    const notice = wanted.success ? await this.#carryOut(key, wanted.output) : 'wrong'
    return this.#to(`/requests${notice === 'paid' || notice === 'declined' ? '/done' : ''}?notice=${notice}`)
  }

  async #carryOut(key: string, wanted: v.InferOutput<typeof pressed>): Promise<Notice> {
    const { refunds } = this.#parts
    if (wanted.do === 'no') return (await refunds.decline(key, wanted.reason, wanted.note)) ? 'declined' : 'wrong'
    const one = await refunds.books.find(key)
    if (one === null) return 'wrong'
    const amount = wanted.do === 'part' ? readDollars(wanted.amount) : wanted.do === 'again' ? one.sending?.amount : await refunds.books.mostOf(one)
    return amount === null || amount === undefined ? 'wrong' : refunds.accept(key, amount)
  }

  async #show(request: Request, path: string): Promise<Response> {
    const session = await this.#session(request)
    if (session === null) return this.#closed(401, null)
    const { searchParams } = new URL(request.url)
    const token = formToken(session)
    const asked = searchParams.get('notice')
    const notice = isNotice(asked) ? asked : null
    await this.#parts.refunds.settleAll()
    const waiting = await this.#parts.refunds.books.count('due')
    const framed = (here: Place, title: string, body: Html) => page(`${title} · ${this.#parts.shop.name}`, inside(this.#parts.shop.name, here, token, waiting, notice, body))
    switch (path) {
      case '':
        return framed('overview', 'The desk', await this.#overview(waiting))
      case '/sales':
        return framed('sales', 'Sales', await this.#sales(searchParams))
      case '/tips':
        return framed('tips', 'Tips', await this.#tips(searchParams))
      case '/requests':
      case '/requests/done':
        return framed('requests', 'Requests', await this.#requests(path.endsWith('/done'), searchParams, token))
      case '/payouts':
        return framed('payouts', 'Money', await this.#money())
      case '/export.csv':
        return file(csv(this.#parts.sales, this.#parts.refunds.books), 'text/csv; charset=utf-8', 'sales.csv')
      case '/export.json':
        return file(json(this.#parts.shop.name, this.#parts.sales, this.#parts.refunds.books), 'application/json', 'sales.json')
      default:
        return this.#closed(404, 'There is nothing here.')
    }
  }

  async #overview(waiting: number): Promise<Html> {
    const { sales, refunds } = this.#parts
    const now = new Date()
    const month = now.toISOString().slice(0, 7)
    const totals = await sales.totals({ from: Date.UTC(now.getUTCFullYear(), now.getUTCMonth()) })
    const sum = (kind: Sale['kind']) => totals.filter((total) => total.kind === kind).reduce((all, { amount }) => all + amount, 0n)
    const latest = await sales.list({ kind: 'article' }, 5)
    const returned = await refunds.books.paidFor(latest.map(({ id }) => id))
    return overviewPage({ month: sum('article'), tips: sum('tip'), back: (await refunds.books.paidByMonth()).get(month) ?? 0n, waiting, latest, returned })
  }

  async #sales(query: URLSearchParams): Promise<Html> {
    const search = { q: (query.get('q') ?? '').slice(0, 100), from: dateIn(query.get('from')), to: dateIn(query.get('to')) }
    const filter: Filter = {
      kind: 'article',
      ...(search.q !== '' && { title: search.q }),
      ...(search.from !== '' && { from: Date.parse(search.from) }),
      ...(search.to !== '' && { until: Date.parse(search.to) + day }),
    }
    const { rows, older, isFirst } = await this.#pageOf(filter, query, Object.entries(search))
    return salesPage(rows, await this.#parts.refunds.books.paidFor(rows.map(({ id }) => id)), search, older, isFirst)
  }

  async #tips(query: URLSearchParams): Promise<Html> {
    const { rows, older, isFirst } = await this.#pageOf({ kind: 'tip' }, query, [])
    return tipsPage(rows, older, isFirst)
  }

  /** A page of a list, and the query of the one that is older. */
  async #pageOf(filter: Filter, query: URLSearchParams, search: readonly (readonly [string, string])[]) {
    const after = placeIn(query.get('after'))
    const found = await this.#parts.sales.list(filter, pageSize + 1, after)
    const rows = found.slice(0, pageSize)
    const last = rows.at(-1)
    const more = new URLSearchParams(search.filter(([, value]) => value !== '').map(([name, value]) => [name, value]))
    if (last !== undefined) more.set('after', `${last.settledAt}-${last.id}`)
    return { rows, older: found.length > pageSize ? more.toString() : null, isFirst: after === null }
  }

  async #requests(isDone: boolean, query: URLSearchParams, token: string): Promise<Html> {
    const { books, canPay } = this.#parts.refunds
    const at = /^\d{1,5}$/.test(query.get('page') ?? '') ? Number(query.get('page')) : 0
    const filter = isDone ? 'done' : 'due'
    const cases = await books.list(filter, at)
    const listed = await Promise.all(cases.map(async (one) => ({ one, most: await books.mostOf(one) })))
    const isMore = (at + 1) * pageSize < (await books.count(filter))
    return requestsPage(listed, isDone, canPay, token, isMore ? at + 1 : null)
  }

  async #money(): Promise<Html> {
    const { shop, sales, refunds, chain } = this.#parts
    const now = new Date()
    const totals = await sales.totals({ from: Date.UTC(now.getUTCFullYear() - 1, now.getUTCMonth()) })
    const network = findNetwork(shop.network)?.label ?? shop.network
    return payoutsPage({ account: toChecksumAddress(shop.payTo), network, balance: await chain.balanceOf(shop.payTo), totals, back: await refunds.books.paidByMonth() })
  }

  async #session(request: Request): Promise<string | null> {
    const cookies = (request.headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim())
    const secret = cookies.find((cookie) => cookie.startsWith(`${this.#cookie}=`))?.slice(this.#cookie.length + 1)
    return secret !== undefined && (await this.#parts.sessions.isOpen(secret)) ? secret : null
  }

  #closed(status: number, sentence: string | null): Response {
    return page('The desk', closedPage(this.#parts.shop.name, sentence), { status })
  }

  #to(path: string, headers: Readonly<Record<string, string>> = {}): Response {
    return new Response(null, { status: 303, headers: { location: paths.desk + path, 'cache-control': 'no-store', ...headers } })
  }
}

/** "2026-11-30", or nothing. */
const dateIn = (text: string | null): string => (text !== null && /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '')

function placeIn(text: string | null): SalePlace | null {
  const [, at, id] = /^(\d{1,15})-(\d{1,18})$/.exec(text ?? '') ?? []
  return at === undefined || id === undefined ? null : { settledAt: Number(at), id: BigInt(id) }
}

function file(lines: AsyncGenerator<string>, type: string, name: string): Response {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const line: IteratorResult<string, unknown> = await lines.next()
      if (line.done === true) controller.close()
      else controller.enqueue(new TextEncoder().encode(line.value))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
  const headers = { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }
  return new Response(body, { headers })
}
