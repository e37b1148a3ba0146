import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../state/database'
import { openShop, type Shop } from '../shop'
import { PlayTill } from './till.fixtures'

const origin = 'https://ada.example'
const secret = 'the second sentence is what is sold here'
const page = (inner = `<p>Free.</p><p data-paid>Dear reader, ${secret}.</p>`, more = '') =>
  `<!doctype html><html><head><title>Ferry</title></head><body><pay-wall price="0.10">${inner}</pay-wall>${more}<a href="#up">Up</a></body></html>`

let shop: Shop
let till: PlayTill
let log: string[]
/** What the author's site answers. */
let site: (request: Request) => Response | Promise<Response>
/** What the author's site was asked. */
let asked: Request[]

const database: Database = { query: async () => [], transaction: async (run) => run(database), close: async () => undefined }

beforeEach(async () => {
  till = new PlayTill()
  log = []
  asked = []
  site = ({ url }) => (new URL(url).pathname === '/ferry' ? html(page()) : html('<h1>Nothing</h1>', { status: 404 }))
  shop = await openShop(
    { name: 'Ada’s <Essays>', origin, payTo: `0x${'1'.repeat(40)}`, network: 'eip155:31337', facilitator: 'http://127.0.0.1:1', books: 'memory://', log: (line) => log.push(line) },
    { till, database, scripts: async (name) => `/* ${name} */` },
  )
})
afterEach(() => shop.close())

const html = (text: string, { status = 200, ...headers }: { status?: number } & Record<string, string | number> = {}): Response =>
  new Response(text, { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...(headers as Record<string, string>) } })

const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  shop.handle(new Request(origin + path, { method, headers }), async (request) => {
    asked.push(request)
    return site(request)
  })

const part = '/farthing/parts/1/ferry'
const navigation = { 'Sec-Fetch-Dest': 'document', Accept: 'text/html,application/xhtml+xml' }
const bought = (...ids: string[]) => ({ Cookie: `theme=dark; bought=${encodeURIComponent(ids.join(' '))}` })

describe('everybody', () => {
  it('gets the free part, with what caches may know of it and nothing of the rest', async () => {
    site = () => html(page(), { ETag: '"of-the-whole"', 'Last-Modified': 'x', 'Cache-Control': 'public, max-age=60', 'Content-MD5': 'x', 'Content-Length': '999', 'X-Own': 'kept', 'Accept-Ranges': 'bytes' })
    const answer = await ask('/ferry')
    const text = await answer.text()
    expect(answer.status).toBe(200)
    expect(text).toContain('<p>Free.</p>')
    expect(text).toContain(`src="${part}"`)
    expect(text).not.toContain(secret)
    expect(Object.fromEntries(answer.headers)).toEqual({
      'cache-control': 'public, max-age=60',
      'content-length': String(Buffer.byteLength(text)),
      'content-type': 'text/html; charset=utf-8',
      etag: expect.stringMatching(/^"[\w-]{27}"$/) as string,
      'x-own': 'kept',
    })
    expect(till.charges).toEqual([])
  })

  it('is told that a page is still the same, by its public half', async () => {
    const first = await ask('/ferry')
    const etag = first.headers.get('etag') ?? ''
    const again = await ask('/ferry', { 'If-None-Match': `"x", W/${etag}` })
    expect([again.status, await again.text(), again.headers.get('content-length')]).toEqual([304, '', null])
    site = () => html(page('<p data-paid>something else entirely</p>', '<p>x</p>'))
    expect((await ask('/ferry', { 'If-None-Match': etag })).status).toBe(200)
  })

  it.each([
    ['of the whole text', { 'If-None-Match': '"of-the-whole"' }, 304],
    ['from a date on', { 'If-Modified-Since': new Date().toUTCString() }, 304],
    ['a stretch of it', { Range: 'bytes=60-400' }, 206],
    ['several stretches', { Range: 'bytes=60-400,0-9' }, 416],
    ['unless it changed', { 'If-Match': '"other"' }, 412],
  ])('gets the free part whole who asks for it %s', async (_, header, status) => {
    site = ({ headers }) => {
      const isConditional = [...headers.keys()].some((name) => /^if-|^range$/.test(name))
      if (!isConditional) return html(page(), { ETag: '"of-the-whole"' })
      return status === 304 ? new Response(null, { status }) : new Response(page().slice(60, 400), { status, headers: { 'Content-Type': status === 206 ? 'text/html' : 'multipart/byteranges' } })
    }
    const answer = await ask('/ferry', header)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('<p>Free.</p>')
    expect(answer.headers.get('accept-ranges')).toBeNull()
  })

  it('hears of a page without its body what it would be', async () => {
    site = ({ method }) => (method === 'HEAD' ? new Response(null, { headers: { 'Content-Type': 'text/html', ETag: '"of-the-whole"', 'Content-Length': '5000' } }) : html(page()))
    const [head, get] = [await ask('/ferry', {}, 'HEAD'), await ask('/ferry')]
    expect(await head.text()).toBe('')
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers))
  })

  it('gets everything else as the site gives it', async () => {
    const answers: Record<string, () => Response> = {
      '/a.png': () => new Response('png', { headers: { 'Content-Type': 'image/png', ETag: '"a"', 'Cache-Control': 'immutable' } }),
      '/free': () => html('<p>free</p>', { ETag: '"f"', 'Content-Length': '11' }),
      '/moved': () => new Response(null, { status: 301, headers: { Location: '/free' } }),
      '/a.json': () => Response.json({ text: 'free' }),
      '/gzip.css': () => new Response(gzipSync('a{}'), { headers: { 'Content-Type': 'text/css', 'Content-Encoding': 'gzip' } }),
      '/script.js': () => new Response(`document.querySelectorAll('[data-paid]')`, { headers: { 'Content-Type': 'text/javascript' } }),
    }
    for (const [path, answer] of Object.entries(answers)) {
      site = answer
      const [got, given] = [await ask(path), answer()]
      expect([path, got.status, Object.fromEntries(got.headers), await got.text()]).toEqual([path, given.status, Object.fromEntries(given.headers), await given.text()])
    }
  })

  it('gets a file in pieces, and is told that it has not changed', async () => {
    site = ({ headers }) => new Response(headers.has('range') ? 'ng' : null, { status: headers.has('range') ? 206 : 304, headers: { 'Content-Type': 'image/png' } })
    expect((await ask('/a.png', { Range: 'bytes=1-2' })).status).toBe(206)
    expect((await ask('/a.png', { 'If-None-Match': '"a"' })).status).toBe(304)
    expect(asked).toHaveLength(2)
    site = ({ headers }) => (headers.has('if-none-match') ? new Response(null, { status: 304 }) : new Response('a{}', { headers: { 'Content-Type': 'text/css' } }))
    expect((await ask('/a.css', { 'If-None-Match': '"a"' })).status).toBe(304)
  })

  it('sends the site what it always does, but no payment', async () => {
    await ask('/ferry', { Cookie: 'session=1', Authorization: 'Payment abc', 'PAYMENT-SIGNATURE': 'x', 'SIGN-IN-WITH-X': 'y', 'X-Own': 'z' })
    expect(Object.fromEntries(asked[0]?.headers ?? [])).toEqual({ cookie: 'session=1', 'x-own': 'z' })
    await ask('/x', { Authorization: 'Basic abc' })
    expect(asked[1]?.headers.get('authorization')).toBe('Basic abc')
  })

  it('gets answers to forms, and pages of errors, without what is sold', async () => {
    site = ({ method }) => html(page(), { status: method === 'POST' ? 200 : 500 })
    for (const method of ['POST', 'GET', 'PUT']) {
      const text = await (await ask('/ferry', { ...bought(method === 'GET' ? '' : '/ferry#1') }, method)).text()
      expect(text).toContain('<p>Free.</p>')
      expect(text).not.toContain(secret)
    }
  })
})

describe('what cannot be cut is not shown', () => {
  const refused = async (path = '/ferry', headers: Record<string, string> = {}) => {
    const answer = await ask(path, headers)
    const text = await answer.text()
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([500, 'private, no-store'])
    expect(text + JSON.stringify([...answer.headers]) + log.join('')).not.toContain(secret)
    expect(text).toContain('Something is wrong here')
    expect(log).toHaveLength(1)
    log = []
  }

  it('in broken markup', async () => {
    site = () => html(page(`<p data-paid>${secret}`))
    await refused()
    await refused(part, navigation)
  })

  it.each([
    ['a feed', 'application/rss+xml', `<rss><description>${page().replaceAll('<', '&lt;')}</description></rss>`],
    ['a feed as it is', 'application/atom+xml', `<content><![CDATA[${page()}]]></content>`],
    ['data', 'application/json; charset=utf-8', JSON.stringify({ html: page() })],
    ['data with everything escaped', 'application/feed+json', JSON.stringify({ html: page() }).replaceAll('<', String.raw`\u003c`)],
    ['a source map', 'application/json', JSON.stringify({ sourcesContent: [page()] })],
    ['the text it was made from', 'text/markdown', `# Ferry\n\n${page()}`],
    ['a script', 'text/javascript', `export default ${JSON.stringify(page())}`],
    ['XHTML', 'application/xhtml+xml', page()],
    ['a picture', 'image/svg+xml', `<svg><foreignObject>${page()}</foreignObject></svg>`],
    ['something without a name', '', page()],
  ])('in %s', async (_, type, body) => {
    const answer = () => {
      const response = new Response(body)
      if (type === '') response.headers.delete('Content-Type')
      else response.headers.set('Content-Type', type)
      return response
    }
    site = answer
    await refused('/other')
    site = ({ headers }) => (headers.has('range') ? new Response(body.slice(40, 60), { status: 206, headers: { 'Content-Type': type } }) : answer())
    await refused('/other', { Range: 'bytes=40-60' })
    site = ({ method }) => (method === 'HEAD' ? new Response(null, { headers: { 'Content-Type': type, ETag: '"x"' } }) : answer())
    expect((await ask('/other', {}, 'HEAD')).status).toBe(500)
  })

  it('packed in a way that is not known', async () => {
    site = () => html('zzz', { 'Content-Encoding': 'zstd' })
    await refused()
    site = () => html('zzz', { 'Content-Encoding': 'gzip' })
    await refused()
  })

  it('in a character set that is not known', async () => {
    site = () => html(page(), { 'Content-Type': 'text/html; charset=klingon' })
    await refused()
  })

  it('beyond eight megabytes', async () => {
    site = () => html(page() + ' '.repeat(8 * 1024 * 1024))
    await refused()
    await refused(part)
    site = () => html('', { 'Content-Encoding': 'gzip' })
    site = () => new Response(gzipSync(' '.repeat(9 * 1024 * 1024)), { headers: { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' } })
    await refused()
  })

  it('where the site breaks down', async () => {
    site = () => Promise.reject(new Error('no'))
    await refused()
  })

  it('and a stream ends before it', async () => {
    site = () => new Response(new Blob(['data: free\n\n', 'data: <section data-', `paid>${secret}`]).stream(), { headers: { 'Content-Type': 'text/event-stream' } })
    await expect((await ask('/events')).text()).rejects.toThrow()
    site = () => new Response('data: free\n\n', { headers: { 'Content-Type': 'text/event-stream' } })
    expect(await (await ask('/events')).text()).toBe('data: free\n\n')
  })
})

describe('pages in other dress', () => {
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('are read in %s', async (encoding, pack) => {
    site = () => new Response(new Uint8Array(pack(page())), { headers: { 'Content-Type': 'text/html', 'Content-Encoding': encoding } })
    const answer = await ask('/ferry')
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(await answer.text()).toMatch(/Free(?![^]*is sold here)/)
  })

  it.each([
    ['text/html; charset=iso-8859-1', 'latin1', ''],
    ['text/html', 'latin1', '<meta charset=windows-1252>'],
    ['text/html', 'latin1', ''],
    ['text/html', 'utf16le', '\ufeff'],
    ['text/html', 'utf8', ''],
  ] as const)('are read as %s in %s', async (type, encoding, start) => {
    site = () => new Response(new Uint8Array(Buffer.from(start + page('<p>Café.</p><p data-paid>Thé.</p>'), encoding)), { headers: { 'Content-Type': type } })
    const answer = await ask('/ferry')
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await answer.text()).toMatch(/Café(?![^]*Thé)/)
    expect(await (await ask(part, { 'PAYMENT-SIGNATURE': '/ferry#1' })).text()).toContain('Thé')
  })
})

describe('a part', () => {
  it('costs what its tag says, for programs', async () => {
    const answer = await ask(part)
    expect(answer.status).toBe(402)
    expect(answer.headers.get('payment-required')).toBe(`/ferry#1 100000 ${origin}${part}`)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })

  it('and for people, in words, under any rules', async () => {
    site = () => html(page().replace('<title>Ferry', '<title>The &lt;b>Ferry'))
    const answer = await ask(part, navigation)
    const text = await answer.text()
    expect(answer.status).toBe(402)
    expect(text).toContain('The &lt;b&gt;Ferry')
    expect(text).toContain('Ada’s &lt;Essays&gt;')
    expect(text).toContain('$0.10')
    expect(text).toContain('href="/ferry"')
    expect(text).not.toMatch(/<script(?! type="module" src)|<style|\son\w+=|style=/)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('payment-required')).not.toBeNull()
    const refused = await ask(part, { ...navigation, 'PAYMENT-SIGNATURE': 'else' })
    expect(await refused.text()).toContain('You were not charged: that was for something else.')
  })

  it('once paid is what the tag holds', async () => {
    const answer = await ask(part, { 'PAYMENT-SIGNATURE': '/ferry#1', 'Sec-Fetch-Dest': 'empty', Accept: 'text/html' })
    expect([answer.status, await answer.text()]).toEqual([200, `<p>Free.</p><p data-paid>Dear reader, ${secret}.</p>`])
    expect(Object.fromEntries(answer.headers)).toMatchObject({ 'cache-control': 'private, no-store', 'payment-response': 'settled', 'content-type': 'text/html; charset=utf-8' })
    expect(till.charges).toHaveLength(1)
  })

  it.each([
    ['loaded by a browser', navigation],
    ['loaded for a browser by its worker', { 'Sec-Fetch-Dest': 'empty', Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }],
    ['loaded by an older browser', { Accept: 'text/html' }],
  ])('is the whole page where it is %s', async (_, headers) => {
    site = () => html(page(), { ETag: '"x"', 'Set-Cookie': 'session=of-nobody', 'Cache-Control': 'public', 'Content-Security-Policy': "default-src 'self'" })
    const answer = await ask(part, { ...headers, 'PAYMENT-SIGNATURE': '/ferry#1' })
    const text = await answer.text()
    expect(text).toContain(secret)
    expect(text).toContain('<head><base href="/ferry">')
    expect(text).toContain(`<a href="${part}#up">`)
    expect(text).not.toContain('src="/farthing')
    expect(answer.headers.get('etag')).toBeNull()
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.getSetCookie()).toEqual(['bought=%2Fferry%231'])
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'self'")
  })

  it('is asked of the site as by nobody', async () => {
    await ask(part, { ...bought('/ferry#1'), Authorization: 'Basic x', 'PAYMENT-SIGNATURE': 'x', 'X-Own': 'y', 'If-None-Match': '"x"', Range: 'bytes=0-1' })
    expect(Object.fromEntries(asked[0]?.headers ?? [])).toEqual({ accept: 'text/html,application/xhtml+xml', 'accept-encoding': 'identity' })
  })

  it('is never charged to those who only look, and always to the whole', async () => {
    const paying = { 'PAYMENT-SIGNATURE': '/ferry#1' }
    const head = await ask(part, paying, 'HEAD')
    expect([head.status, await head.text(), head.headers.get('payment-required')]).toEqual([402, '', `/ferry#1 100000 ${origin}${part}`])
    expect((await ask(part, bought('/ferry#1'), 'HEAD')).status).toBe(200)
    expect(till.charges).toEqual([])
    const got = await ask(part, { ...paying, 'If-None-Match': '*', 'If-Modified-Since': new Date().toUTCString(), Range: 'bytes=0-3' })
    expect(got.status).toBe(200)
    expect(await got.text()).toContain(secret)
  })

  it('takes no other methods, and tells scripts of other sites what they may send', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await ask(part, { 'PAYMENT-SIGNATURE': '/ferry#1' }, method)
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    }
    const preflight = await ask(part, { Origin: 'https://x.example', 'Access-Control-Request-Method': 'GET' }, 'OPTIONS')
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
    expect(preflight.headers.get('access-control-allow-headers')).toContain('PAYMENT-SIGNATURE')
    expect(till.charges).toEqual([])
    expect(asked).toEqual([])
  })

  it.each(['/farthing/parts', '/farthing/parts/', '/farthing/parts/1', '/farthing/parts/0/ferry', '/farthing/parts/2/ferry', '/farthing/parts/99/ferry', '/farthing/parts/100/ferry', '/farthing/parts/01/ferry', '/farthing/parts/-1/ferry', '/farthing/parts/1e1/ferry', '/farthing/parts/1/farthing/parts/1/ferry', '/farthing/parts/1/nothing', '/farthing/parts/1//ferry', '/farthing/parts/1/Ferry', '/farthing/parts/1/ferry/', '/farthing/parts/1/ferry;x', '/farthing/parts/1/%2fferry', '/farthing/parts/1%2fferry', '/farthing/parts/1/ferry%00', '/farthing/parts/1/ferry%2e', `/farthing/parts/1/ferry?${'x'.repeat(2000)}`, '/farthing%2fparts/1/ferry', '/farthing/parts/1/ferry%23'])(
    'is not at %s',
    async (path) => {
      for (const headers of [{}, navigation]) {
        const answer = await ask(path, { ...headers, 'PAYMENT-SIGNATURE': '/ferry#1', ...bought('/ferry#1') })
        expect([path, answer.status]).toEqual([path, 404])
        expect(await answer.text()).not.toContain(secret)
      }
      expect(till.charges).toEqual([])
    },
  )

  it('is one and the same however its address is written', async () => {
    for (const path of ['/farthing/parts/1/%66erry', '/farthing/parts/1/x/../ferry', '/farthing/parts/1/x/%2e%2e/ferry', '/farthing/parts/1/./ferry']) {
      expect((await ask(path)).headers.get('payment-required')).toBe(`/ferry#1 100000 ${origin}${part}`)
    }
  })

  it('passes on what the site says, and charges nothing', async () => {
    site = () => new Response('Gone.', { status: 410, headers: { 'Content-Type': 'text/html', 'Set-Cookie': 'a=b' } })
    const gone = await ask(part, { 'PAYMENT-SIGNATURE': '/ferry#1' })
    expect([gone.status, await gone.text(), gone.headers.getSetCookie()]).toEqual([410, 'Gone.', []])
    site = () => new Response(null, { status: 302, headers: { Location: '/elsewhere' } })
    expect((await ask(part, { 'PAYMENT-SIGNATURE': '/ferry#1' })).headers.get('location')).toBe('/elsewhere')
    site = () => html(page(), { status: 503 })
    const down = await ask(part, { 'PAYMENT-SIGNATURE': '/ferry#1' })
    expect([down.status, (await down.text()).includes(secret)]).toEqual([503, false])
    site = () => Response.json({})
    expect((await ask(part, { 'PAYMENT-SIGNATURE': '/ferry#1' })).status).toBe(404)
    expect(till.charges).toEqual([])
  })
})

describe('who has paid', () => {
  const two = page(`<p data-paid>${secret}</p>`, `<pay-wall price="0.30"><p data-paid>and the third</p></pay-wall>`)

  it('finds the page whole at its own address, kept by no cache', async () => {
    site = () => html(page(), { ETag: '"x"', 'Cache-Control': 'public, max-age=600' })
    const answer = await ask('/ferry', bought('/ferry#1'))
    expect(await answer.text()).toBe(page())
    expect([answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual(['private, no-store', null])
    expect((await ask('/ferry', { ...bought('/ferry#1'), 'If-None-Match': '"x"' })).status).toBe(200)
    expect(await (await ask('/ferry', bought('/ferry#1'), 'HEAD')).text()).toBe('')
  })

  it('finds there only what was paid for', async () => {
    site = () => html(two)
    const first = await (await ask('/ferry', bought('/ferry#1'))).text()
    expect([first.includes(secret), first.includes('and the third')]).toEqual([true, false])
    expect(first).toContain('src="/farthing/parts/2/ferry"')
    const second = await (await ask('/farthing/parts/2/ferry', { ...navigation, ...bought('/ferry#2') })).text()
    expect([second.includes(secret), second.includes('and the third')]).toEqual([false, true])
    const both = await (await ask('/farthing/parts/2/ferry', { ...navigation, ...bought('/ferry#1', '/ferry#2') })).text()
    expect([both.includes(secret), both.includes('and the third')]).toEqual([true, true])
  })

  it('opens nothing else with it: another part, another page, another query', async () => {
    site = ({ url }) => html(two.replace('third', `third of ${url}`))
    for (const path of ['/farthing/parts/2/ferry', '/farthing/parts/1/well', '/farthing/parts/1/ferry?id=2']) {
      const answer = await ask(path, { ...bought('/ferry#1'), 'PAYMENT-SIGNATURE': '/ferry#1' })
      expect([path, answer.status]).toEqual([path, 402])
    }
    expect(till.charges).toEqual([])
  })

  it('does not open a page by a payment or a sign-in that it was not asked for', async () => {
    expect(await (await ask('/ferry', { 'PAYMENT-SIGNATURE': '/ferry#1', Cookie: 'a=b' })).text()).not.toContain(secret)
    expect(till.charges).toEqual([])
  })
})

describe('one thing is sold once', () => {
  it('with any query that changes nothing, or under the address it gives itself', async () => {
    site = ({ url }) => html(page().replace('<head>', '<head><link rel="canonical" href="/ferry">') + url)
    for (const path of ['/ferry?utm_source=letter', '/Ferry', '/ferry/']) expect(await (await ask(path)).text()).toContain(`src="${part}"`)
    expect((await ask(`${part}?utm_source=letter`)).headers.get('payment-required')).toContain('/ferry#1 ')
    expect(await (await ask('/ferry?utm_source=letter', bought('/ferry#1'))).text()).toContain(secret)
  })

  it('also where the author has written the link to it', async () => {
    site = () => html(page(`<p data-paid>Dear reader, ${secret}.</p><a href="${part}">Read on</a>`))
    expect((await ask(`${part}?utm_source=letter`)).headers.get('payment-required')).toContain('/ferry#1 ')
  })

  it('but not where a query, or what it says of itself, leads to something else', async () => {
    site = ({ url }) => html(page(`<p data-paid>${secret} ${new URL(url).search}</p>`).replace('<head>', '<head><link rel="canonical" href="/ferry">'))
    expect(await (await ask('/ferry?id=2')).text()).toContain(`src="${part}?id=2"`)
    expect((await ask(`${part}?id=2`, bought('/ferry#1'))).status).toBe(402)
    site = ({ url }) => html(page(`<p data-paid>${secret}</p>`).replace('0.10', new URL(url).search === '' ? '0.01' : '5'))
    expect((await ask(`${part}?id=2`, bought('/ferry#1'))).headers.get('payment-required')).toContain('/ferry?id=2#1 5000000')
  })
})

describe('a page that changes', () => {
  const price = async (): Promise<string | null> => (await ask(part)).headers.get('payment-required')
  const free = `<p>Dear reader, ${secret}.</p>`

  it('is sold as it is now: another price, another text, or nothing', async () => {
    expect(await price()).toContain(' 100000 ')
    site = () => html(page().replace('0.10', '0.20'))
    expect(await price()).toContain(' 200000 ')
    site = () => html(page('<p>Free.</p><p data-paid>Another text altogether, of the same page.</p>'))
    expect(await (await ask(part, { 'PAYMENT-SIGNATURE': '/ferry#1' })).text()).toContain('Another text altogether')
    site = () => html(page(free))
    expect((await ask(part)).status).toBe(404)
    expect(await (await ask('/ferry')).text()).toContain(secret)
  })

  it('gives nothing away, however often what was free is for sale and the other way round', async () => {
    const [open, sold] = [html(page(`${free}<p data-paid>A second thing.</p>`)), html(page())]
    for (let turn = 0; turn < 6; turn += 1) {
      site = () => (turn % 2 === 0 ? open : sold).clone()
      const text = await (await ask('/ferry')).text()
      expect(text.includes(secret)).toBe(turn % 2 === 0)
    }
  })

  it('for each reader shows none what is another’s', async () => {
    site = ({ headers }) => html(page(undefined, `<p>Good day, ${headers.get('cookie') ?? 'stranger'}</p>`))
    for (const reader of ['ida', 'ben', 'ida', '']) {
      const text = await (await ask('/ferry', reader === '' ? {} : { Cookie: reader })).text()
      expect(/Good day, (\w+)/.exec(text)?.[1]).toBe(reader === '' ? 'stranger' : reader)
    }
    expect(await (await ask(part, { ...navigation, 'PAYMENT-SIGNATURE': '/ferry#1', Cookie: 'ida' })).text()).toContain('stranger')
  })

  it('is asked of the site every time', async () => {
    for (let turn = 1; turn < 4; turn += 1) {
      await ask(part)
      expect(asked).toHaveLength(turn)
    }
  })
})

describe('what the shop has by itself', () => {
  it('is served with its right names', async () => {
    const script = await ask('/farthing/pay-wall.js')
    expect([script.headers.get('content-type'), await script.text()]).toEqual(['text/javascript; charset=utf-8', '/* pay-wall.js */'])
    expect((await ask('/farthing/pay-wall-worker.js')).headers.get('service-worker-allowed')).toBe('/')
    expect((await ask('/farthing/style.css')).headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect((await ask('/farthing/style.css', {}, 'POST')).status).toBe(405)
    expect(asked).toEqual([])
  })

  it('and tells the author once what could be better', async () => {
    site = () => html(page().replace('</head>', '<script type="application/ld+json">{"isAccessibleForFree":true}</script></head>'))
    await ask('/ferry')
    await ask('/ferry')
    expect(log).toHaveLength(2)
  })
})
