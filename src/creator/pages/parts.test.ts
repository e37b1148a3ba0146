import { beforeEach, describe, expect, it } from 'vitest'
import { ask, bought, html, navigation, origin, page, part, renewWorld, secret, world } from './shop.fixtures'

beforeEach(renewWorld)

describe('a part', () => {
  it('costs what its tag says, for programs', async () => {
    const answer = await ask(part)
    expect(answer.status).toBe(402)
    expect(answer.headers.get('payment-required')).toBe(`/ferry#1 100000 ${origin}${part}`)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })

  it('and for people, in words, under any rules', async () => {
    world.site = () => html(page().replace('<title>Ferry', '<title>The &lt;b>Ferry'))
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
    expect(world.till.charges).toHaveLength(1)
  })

  it.each([
    ['loaded by a browser', navigation],
    ['loaded for a browser by its worker', { 'Sec-Fetch-Dest': 'empty', Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }],
    ['loaded by an older browser', { Accept: 'text/html' }],
  ])('is the whole page where it is %s', async (_, headers) => {
    world.site = () => html(page(), { ETag: '"x"', 'Set-Cookie': 'session=of-nobody', 'Cache-Control': 'public', 'Content-Security-Policy': "default-src 'self'" })
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
    expect(Object.fromEntries(world.asked[0]?.headers ?? [])).toEqual({ accept: 'text/html,application/xhtml+xml', 'accept-encoding': 'identity' })
  })

  it('is never charged to those who only look, and always to the whole', async () => {
    const paying = { 'PAYMENT-SIGNATURE': '/ferry#1' }
    const head = await ask(part, paying, 'HEAD')
    expect([head.status, await head.text(), head.headers.get('payment-required')]).toEqual([402, '', `/ferry#1 100000 ${origin}${part}`])
    expect((await ask(part, bought('/ferry#1'), 'HEAD')).status).toBe(200)
    expect(world.till.charges).toEqual([])
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
    expect(world.till.charges).toEqual([])
    expect(world.asked).toEqual([])
  })

  it.each(['/farthing/parts', '/farthing/parts/', '/farthing/parts/1', '/farthing/parts/0/ferry', '/farthing/parts/2/ferry', '/farthing/parts/99/ferry', '/farthing/parts/100/ferry', '/farthing/parts/01/ferry', '/farthing/parts/-1/ferry', '/farthing/parts/1e1/ferry', '/farthing/parts/1/farthing/parts/1/ferry', '/farthing/parts/1/nothing', '/farthing/parts/1//ferry', '/farthing/parts/1/Ferry', '/farthing/parts/1/ferry/', '/farthing/parts/1/ferry;x', '/farthing/parts/1/%2fferry', '/farthing/parts/1%2fferry', '/farthing/parts/1/ferry%00', '/farthing/parts/1/ferry%2e', `/farthing/parts/1/ferry?${'x'.repeat(2000)}`, '/farthing%2fparts/1/ferry', '/farthing/parts/1/ferry%23'])(
    'is not at %s',
    async (path) => {
      for (const headers of [{}, navigation]) {
        const answer = await ask(path, { ...headers, 'PAYMENT-SIGNATURE': '/ferry#1', ...bought('/ferry#1') })
        expect([path, answer.status]).toEqual([path, 404])
        expect(await answer.text()).not.toContain(secret)
      }
      expect(world.till.charges).toEqual([])
    },
  )

  it('is one and the same however its address is written', async () => {
    for (const path of ['/farthing/parts/1/%66erry', '/farthing/parts/1/x/../ferry', '/farthing/parts/1/x/%2e%2e/ferry', '/farthing/parts/1/./ferry']) {
      expect((await ask(path)).headers.get('payment-required')).toBe(`/ferry#1 100000 ${origin}${part}`)
    }
  })

  it('passes on what the site says, and charges nothing', async () => {
    world.site = () => new Response('Gone.', { status: 410, headers: { 'Content-Type': 'text/html', 'Set-Cookie': 'a=b' } })
    const gone = await ask(part, { 'PAYMENT-SIGNATURE': '/ferry#1' })
    expect([gone.status, await gone.text(), gone.headers.getSetCookie()]).toEqual([410, 'Gone.', []])
    world.site = () => new Response(null, { status: 302, headers: { Location: '/elsewhere' } })
    expect((await ask(part, { 'PAYMENT-SIGNATURE': '/ferry#1' })).headers.get('location')).toBe('/elsewhere')
    world.site = () => html(page(), { status: 503 })
    const down = await ask(part, { 'PAYMENT-SIGNATURE': '/ferry#1' })
    expect([down.status, (await down.text()).includes(secret)]).toEqual([503, false])
    world.site = () => Response.json({})
    expect((await ask(part, { 'PAYMENT-SIGNATURE': '/ferry#1' })).status).toBe(404)
    expect(world.till.charges).toEqual([])
  })
})

describe('one thing is sold once', () => {
  it('with any query that changes nothing, or under the address it gives itself', async () => {
    world.site = ({ url }) => html(page().replace('<head>', '<head><link rel="canonical" href="/ferry">') + url)
    for (const path of ['/ferry?utm_source=letter', '/Ferry', '/ferry/']) expect(await (await ask(path)).text()).toContain(`src="${part}"`)
    expect((await ask(`${part}?utm_source=letter`)).headers.get('payment-required')).toContain('/ferry#1 ')
    expect(await (await ask('/ferry?utm_source=letter', bought('/ferry#1'))).text()).toContain(secret)
  })

  it('also where the author has written the link to it', async () => {
    world.site = () => html(page(`<p data-paid>Dear reader, ${secret}.</p><a href="${part}">Read on</a>`))
    expect((await ask(`${part}?utm_source=letter`)).headers.get('payment-required')).toContain('/ferry#1 ')
  })

  it('but not where a query, or what it says of itself, leads to something else', async () => {
    world.site = ({ url }) => html(page(`<p data-paid>${secret} ${new URL(url).search}</p>`).replace('<head>', '<head><link rel="canonical" href="/ferry">'))
    expect(await (await ask('/ferry?id=2')).text()).toContain(`src="${part}?id=2"`)
    expect((await ask(`${part}?id=2`, bought('/ferry#1'))).status).toBe(402)
    world.site = ({ url }) => html(page(`<p data-paid>${secret}</p>`).replace('0.10', new URL(url).search === '' ? '0.01' : '5'))
    expect((await ask(`${part}?id=2`, bought('/ferry#1'))).headers.get('payment-required')).toContain('/ferry?id=2#1 5000000')
  })
})

describe('a page that changes', () => {
  const price = async (): Promise<string | null> => (await ask(part)).headers.get('payment-required')
  const free = `<p>Dear reader, ${secret}.</p>`

  it('is sold as it is now: another price, another text, or nothing', async () => {
    expect(await price()).toContain(' 100000 ')
    world.site = () => html(page().replace('0.10', '0.20'))
    expect(await price()).toContain(' 200000 ')
    world.site = () => html(page('<p>Free.</p><p data-paid>Another text altogether, of the same page.</p>'))
    expect(await (await ask(part, { 'PAYMENT-SIGNATURE': '/ferry#1' })).text()).toContain('Another text altogether')
    world.site = () => html(page(free))
    expect((await ask(part)).status).toBe(404)
    expect(await (await ask('/ferry')).text()).toContain(secret)
  })

  it('gives nothing away, however often what was free is for sale and the other way round', async () => {
    const [open, sold] = [html(page(`${free}<p data-paid>A second thing.</p>`)), html(page())]
    for (let turn = 0; turn < 6; turn += 1) {
      world.site = () => (turn % 2 === 0 ? open : sold).clone()
      const text = await (await ask('/ferry')).text()
      expect(text.includes(secret)).toBe(turn % 2 === 0)
    }
  })

  it('for each reader shows none what is another’s', async () => {
    world.site = ({ headers }) => html(page(undefined, `<p>Good day, ${headers.get('cookie') ?? 'stranger'}</p>`))
    for (const reader of ['ida', 'ben', 'ida', '']) {
      const text = await (await ask('/ferry', reader === '' ? {} : { Cookie: reader })).text()
      expect(/Good day, (\w+)/.exec(text)?.[1]).toBe(reader === '' ? 'stranger' : reader)
    }
    expect(await (await ask(part, { ...navigation, 'PAYMENT-SIGNATURE': '/ferry#1', Cookie: 'ida' })).text()).toContain('stranger')
  })

  it('is asked of the site every time', async () => {
    for (let turn = 1; turn < 4; turn += 1) {
      await ask(part)
      expect(world.asked).toHaveLength(turn)
    }
  })
})
