import { readBody } from '../bodies'
import { paths, type RefundTerms, type Routes, type ShopOptions } from '../options'
import { policyPage } from './policy'
import type { Answer, Refunds, Refusal } from './refunds'
import { longestRequest, readCounter, readRequest } from './request'
import { policyPath, wellKnown } from './terms'

const refusals: Readonly<Record<Refusal, { readonly status: number; readonly error: string }>> = {
  unknown: { status: 404, error: 'No such request was made here.' },
  other: { status: 409, error: 'Another request was made under this key.' },
  closed: { status: 409, error: 'There is nothing here to be answered.' },
}

/** Whoever asks says who they are by a signature, and by nothing that a browser adds. */
const open = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' } as const
const preflight = { ...open, 'access-control-allow-methods': 'GET, POST', 'access-control-allow-headers': 'content-type, x-reminder', 'access-control-max-age': '600' } as const

type Described = Pick<ShopOptions, 'name' | 'origin' | 'network' | 'key' | 'payTo'>

/** Where wallets ask for money back (docs/PROTOCOLS.md, "How a server answers"). */
export function refundRoutes(shop: Described, terms: RefundTerms, refunds: Refunds): Routes {
  return async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === paths.disputes) return isRead(request) ? json(200, wellKnown(shop, terms), { 'cache-control': 'no-cache' }) : notAllowed('GET, HEAD')
    if (pathname === policyPath) return isRead(request) ? policyPage(shop.name, terms) : notAllowed('GET, HEAD')
    const key = /^\/([0-9a-fA-F-]{36})$/.exec(pathname.slice(paths.refunds.length))?.[1] ?? null
    if (!pathname.startsWith(paths.refunds) || (key === null && pathname !== paths.refunds)) return null
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: preflight })
    if (request.method === 'POST') return key === null ? take(request, refunds) : counter(request, refunds, key)
    if (isRead(request) && key !== null) return answer(await refunds.look(key))
    return notAllowed(key === null ? 'POST' : 'GET, HEAD, POST')
  }
}

async function take(request: Request, refunds: Refunds): Promise<Response> {
  const body = await jsonIn(request)
  if (body instanceof Response) return body
  const asked = readRequest(body)
  return asked === null ? json(400, { error: 'This is no request that can be read here.' }) : answer(await refunds.take(asked, request.headers.get('x-reminder') === '1'))
}

async function counter(request: Request, refunds: Refunds, key: string): Promise<Response> {
  const body = await jsonIn(request)
  if (body instanceof Response) return body
  const said = readCounter(body)
  return said === null ? json(400, { error: 'This is no answer that can be read here.' }) : answer(await refunds.counter(key, said.words, said.signature))
}

async function jsonIn(request: Request): Promise<string | Response> {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';')
  if (type.trim().toLowerCase() !== 'application/json') return json(415, { error: 'Requests are JSON.' })
  return (await readBody(request, longestRequest)) ?? json(413, { error: 'This is longer than is read here.' })
}

const answer = (said: Answer | Refusal): Response => (typeof said === 'string' ? json(refusals[said].status, { error: refusals[said].error }) : json(200, said))
const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response => Response.json(body, { status, headers: { ...open, ...headers } })
const notAllowed = (allow: string): Response => new Response(null, { status: 405, headers: { ...open, allow } })
const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD'
