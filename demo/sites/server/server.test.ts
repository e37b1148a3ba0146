import { request as ask, type IncomingHttpHeaders } from 'node:http'
import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { farthing } from '../../../src/creator/express'
import { openShop } from '../../../src/creator/shop'
import { Reader, requiredBy, seller } from '../../../src/creator/till/market.fixtures'
import { openedMarket } from '../../../src/creator/till/opened.fixtures'
import { listen } from '../../world/listen'
import { secrets, told } from './secrets'
import { pages } from './site'
import { startServerSite } from './start'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly raw: string
  readonly body: string
}

const market = openedMarket()

/** What is made of the whole of a page that is sold in parts: its length and its hashes. */
const traces = [...pages]
  .filter(([path]) => secrets.has(`${path}#1`))
  .flatMap(([, { body, headers }]) => {
    const hashes = ['md5', 'sha1', 'sha256'].map((algorithm) => createHash(algorithm).update(body).digest())
    return [headers['ETag'], `\n${body.length}\n`, `${body.length.toString(16)}-`, ...hashes.flatMap((hash) => [hash.toString('hex'), hash.toString('base64'), hash.toString('base64url')])]
  })
  .filter((trace) => trace !== undefined)

/** The same site as its author may run it, in two ways. */
const sites = {
  hono: async () => startServerSite({ ...market, payTo: seller, log: () => undefined }),
  express: async () => {
    const site = express()
    const server = await listen((req, res) => void site(req, res))
    const url = `http://ada.localhost:${server.port}`
    const shop = await openShop({ name: 'Ada’s Essays', origin: url, ...market, payTo: seller, network: 'eip155:31337', books: 'memory://', log: () => undefined })
    site.use(farthing(shop, site))
    site.use(express.urlencoded({ extended: false }))
    site.post('/letters', (req, res) => res.status(201).cookie('wrote', '1').cookie('again', '2').send(`Thank you: ${(req.body as { text: string }).text}`))
    site.use(express.static(fileURLToPath(new URL('./pages', import.meta.url)), { extensions: ['html'] }))
    return {
      url,
      stop: async () => {
        await server.close()
        await shop.close()
      },
    }
  },
}

describe.each(['hono', 'express'] as const)('Ada’s Essays, behind %s', (kind) => {
  let site: { readonly url: string; stop(): Promise<void> }
  beforeAll(async () => {
    site = await sites[kind]()
  }, 60_000)
  afterAll(() => site.stop())

  /** As the bytes go over the wire: addresses are not made good first, and nothing is unpacked. */
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { port, host } = new URL(site.url)
      const sent = ask({ host: '127.0.0.1', port, path, method, headers: { Host: host, ...headers, ...(body !== '' && { 'Content-Length': body.length }) } }, (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('error', reject)
        answer.on('end', () => {
          const bytes = Buffer.concat(pieces)
          const raw = answer.rawHeaders.join('\n')
          const unpack = { gzip: gunzipSync, br: brotliDecompressSync, deflate: inflateSync }[answer.headers['content-encoding'] ?? '']
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, raw, body: (bytes.length > 0 && unpack ? unpack(bytes) : bytes).toString() })
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })

  const nothingTold = ({ raw, body }: Answer, at: string): void => {
    expect([at, told(`${raw}\n${body}`)]).toEqual([at, []])
    expect([at, traces.filter((trace) => raw.includes(trace))]).toEqual([at, []])
  }

  const essays = ['/essays/ferry', '/essays/well', '/essays/clock']
  const parts = [...secrets.keys()].map((id) => `/farthing/parts/${id.split('#')[1]}${id.split('#')[0]}`)
  const documentHeaders = { Accept: 'text/html,application/xhtml+xml', 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'navigate' }

  it('has secrets', () => {
    expect([...secrets].map(([part, runs]) => [part, runs.size > 200])).toEqual([
      ['/essays/clock#1', true],
      ['/essays/clock#2', true],
      ['/essays/ferry#1', true],
      ['/essays/well#1', true],
    ])
    expect(told(pages.get('/essays/well')?.body.toString() ?? '')).toEqual(['/essays/well#1'])
  })

  it('tells a crawler nothing that is for sale, wherever it goes and however it asks', async () => {
    const seen = new Set<string>()
    const waiting = ['/', '/feed.xml', '/sitemap.xml', '/robots.txt', '/404', '/nothing', '/farthing/style.css', '/farthing/pay-wall.js', '/farthing/pay-wall-worker.js', '/farthing/', '/farthing', '/.well-known/x402-dispute.json', ...essays, ...parts]
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (seen.has(path)) continue
      seen.add(path)
      const answer = await get(path)
      nothingTold(answer, path)
      for (const [, address = ''] of answer.body.matchAll(/(?:href|src|content|loc)(?:="|>)([^"<]+)/g)) {
        if (!URL.canParse(address, site.url + path)) continue
        const { host, pathname, search } = new URL(address, site.url + path)
        if (host === new URL(site.url).host || host === 'ada.example') waiting.push(pathname + search)
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining(['/style.css', '/essays/pictures/landing.svg', ...parts]))
    expect([...seen]).not.toContain('/essays/pictures/tide.svg')
  })

  it('tells nothing by other methods, stretches, conditions, cookies, or kinds of answer', async () => {
    const whole = (path: string) => pages.get(path)
    for (const path of [...essays, ...parts]) {
      const page = whole(path.replace(/^\/farthing\/parts\/\d/, ''))
      const ways: readonly Record<string, string>[] = [
        documentHeaders,
        ...['*/*', 'application/json', 'text/plain', 'text/markdown', 'image/avif', '', 'application/vnd.farthing.key+json', ';;q=,'].map((accept) => ({ Accept: accept })),
        ...['bytes=0-', 'bytes=1200-1300', 'bytes=-500', 'bytes=0-1,1500-1600', 'bytes=5-2', 'lines=1-2'].map((range) => ({ Range: range })),
        { 'If-None-Match': page?.headers['ETag'] ?? '' },
        { 'If-None-Match': '*' },
        { 'If-Modified-Since': 'Fri, 01 Jan 2100 00:00:00 GMT' },
        { 'If-Match': '"no"' },
        { 'If-Range': page?.headers['Last-Modified'] ?? '', Range: 'bytes=1000-1400' },
        { 'Accept-Encoding': 'gzip, br, deflate' },
        { 'Accept-Encoding': 'zstd' },
        { Cookie: 'farthing-000000000000=1.0000000000000000000000000000000000000000000' },
        { 'PAYMENT-SIGNATURE': 'bm90IGEgcGF5bWVudA==' },
        { Authorization: 'Payment e30' },
        { Authorization: 'Basic YWRhOmFkYQ==' },
        { 'SIGN-IN-WITH-X': 'e30=' },
        { 'X-Original-URL': path, 'X-Rewrite-URL': path, 'X-Forwarded-Host': 'evil.example', 'X-HTTP-Method-Override': 'GET' },
        { 'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
      ]
      for (const headers of ways) nothingTold(await get(path, headers), `${path} ${JSON.stringify(headers)}`)
      for (const headers of ways.slice(0, 12)) nothingTold(await get(path, headers, 'HEAD'), `HEAD ${path} ${JSON.stringify(headers)}`)
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'TRACE', 'QUERY']) nothingTold(await get(path, {}, method), `${method} ${path}`)
    }
  })

  it('tells nothing at odd addresses', async () => {
    for (const path of [...essays, ...parts]) {
      const last = path.lastIndexOf('/')
      const odd = [
        `/${path}`,
        path.replaceAll('/', '//'),
        path.replaceAll('/', '/./'),
        path.replaceAll('/', '/%2e/'),
        path.replaceAll('/', '%2f'),
        path.replaceAll('/', '%5c'),
        path.replaceAll('/', '\\'),
        path.replace('/essays', '/essays/x/..'),
        path.replace('/essays', '/essays/x/%2e%2e'),
        `${path}/`,
        `${path}//`,
        `${path};x=1`,
        `${path}.html`,
        `${path}.html/`,
        `${path}.`,
        `${path}%20`,
        `${path}%00`,
        `${path}?`,
        `${path}?x=1`,
        `${path}?a/../b`,
        `${path}#x`,
        path.toUpperCase(),
        path.slice(0, last) + path.slice(last).toUpperCase(),
        path.replace('e', '%65'),
        path.replace('e', '%2565'),
        `http://evil.example${path}`,
        `${site.url}${path}`,
        `//evil.example${path}`,
        `/farthing/parts/1${path}`,
        `/farthing/parts/0${path}`,
        `/farthing/parts/99${path}`,
        `/farthing/parts/1%2f${path}`,
        `/farthing/parts/1/..${path}`,
        `/farthing/../${path}`,
        `/pages${path}`,
        `/..%2fpages${path}.html`,
      ]
      for (const at of odd) nothingTold(await get(at, path.startsWith('/farthing') ? documentHeaders : {}), at)
    }
  })

  it('gives everybody a page that is as long whatever the rest is', async () => {
    for (const path of essays) {
      const { headers, body } = await get(path)
      expect(headers['content-length']).toBe(String(Buffer.byteLength(body)))
      expect(headers['cache-control']).toMatch(/^public/)
      expect(headers['accept-ranges']).toBeUndefined()
      const again = await get(path, { 'If-None-Match': String(headers.etag) })
      expect([again.status, again.body]).toEqual([304, ''])
    }
  })

  const buy = async (reader: Reader, path: string, headers: Record<string, string> = {}): Promise<Answer> => {
    const price = await get(path)
    return get(path, { ...(await reader.sign(requiredBy({ headers: new Headers(price.headers as Record<string, string>) }))), ...headers })
  }
  const cookiesOf = (answer: Answer): string => (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')

  it('gives whoever pays what was paid for, and nothing else', async () => {
    const reader = await Reader.with(market)
    const fragment = await buy(reader, '/farthing/parts/1/essays/clock')
    expect([fragment.status, told(fragment.body)]).toEqual([200, ['/essays/clock#1']])
    expect(fragment.headers['cache-control']).toBe('private, no-store')
    expect(await market.chain.balanceOf(reader.account.address)).toBe(900_000n)

    const cookie = cookiesOf(fragment)
    const own = await get('/essays/clock', { Cookie: cookie })
    expect([own.status, told(own.body), own.headers['cache-control'], own.headers.etag]).toEqual([200, ['/essays/clock#1'], 'private, no-store', undefined])
    for (const other of ['/essays/ferry', '/farthing/parts/2/essays/clock', '/farthing/parts/1/essays/well']) nothingTold(await get(other, { Cookie: cookie }), `${other} with a cookie of another`)
    nothingTold(await get('/essays/clock'), 'the page after it was sold')
  })

  it('loads the whole page for whoever pays it by loading it, with pictures that are there', async () => {
    const reader = await Reader.with(market)
    const page = await buy(reader, '/farthing/parts/1/essays/ferry', documentHeaders)
    expect([page.status, told(page.body)]).toEqual([200, ['/essays/ferry#1']])
    expect(page.body).toContain('<base href="/essays/ferry">')
    const fragment = await get('/farthing/parts/1/essays/ferry', { Cookie: cookiesOf(page) })
    expect(fragment.body).toContain('src="/essays/pictures/tide.svg"')
    expect((await get('/essays/pictures/tide.svg')).status).toBe(200)
  })

  it('takes no payment for another thing of the same price, and none for looking', async () => {
    const reader = await Reader.with(market)
    const asking = await get('/farthing/parts/2/essays/clock')
    const payment = await reader.sign(requiredBy({ headers: new Headers(asking.headers as Record<string, string>) }))
    nothingTold(await get('/farthing/parts/2/essays/clock', payment, 'HEAD'), 'HEAD with a payment')
    expect(await market.chain.balanceOf(reader.account.address)).toBe(1_000_000n)
    const mine = await get('/farthing/parts/2/essays/clock', payment)
    expect(told(mine.body)).toEqual(['/essays/clock#2'])
    // The same five cents, the same payee: a dear friend of the first.
    nothingTold(await get('/farthing/parts/1/essays/well', payment), 'a payment for another part of the same price')
    nothingTold(await get('/farthing/parts/1/essays/ferry', payment), 'a payment for a cheaper part')
    nothingTold(await get('/farthing/parts/1/farthing/parts/2/essays/clock', payment), 'a part of a part')
    expect(told((await get('/farthing/parts/2/essays/clock', { ...payment, 'If-None-Match': '*' })).body)).toEqual(['/essays/clock#2'])
    expect(await market.chain.balanceOf(reader.account.address)).toBe(950_000n)
  })

  it.runIf(kind === 'express')('passes on what is sent to the author’s own routes', async () => {
    const answer = await get('/letters', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'POST', 'text=It%20was%20me')
    expect([answer.status, answer.body, answer.headers['set-cookie']]).toEqual([201, 'Thank you: It was me', ['wrote=1; Path=/', 'again=2; Path=/']])
  })
})
