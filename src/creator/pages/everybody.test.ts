import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { ask, bought, html, navigation, page, part, renewWorld, secret, world } from './shop.fixtures'

beforeEach(renewWorld)

describe('everybody', () => {
  it('gets the free part, with what caches may know of it and nothing of the rest', async () => {
    world.site = () => html(page(), { ETag: '"of-the-whole"', 'Last-Modified': 'x', 'Cache-Control': 'public, max-age=60', 'Content-MD5': 'x', 'Content-Length': '999', 'X-Own': 'kept', 'Accept-Ranges': 'bytes' })
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
    expect(world.till.charges).toEqual([])
  })

  it('is told that a page is still the same, by its public half', async () => {
    const first = await ask('/ferry')
    const etag = first.headers.get('etag') ?? ''
    const again = await ask('/ferry', { 'If-None-Match': `"x", W/${etag}` })
    expect([again.status, await again.text(), again.headers.get('content-length')]).toEqual([304, '', null])
    world.site = () => html(page('<p data-paid>something else entirely</p>', '<p>x</p>'))
    expect((await ask('/ferry', { 'If-None-Match': etag })).status).toBe(200)
  })

  it.each([
    ['of the whole text', { 'If-None-Match': '"of-the-whole"' }, 304],
    ['from a date on', { 'If-Modified-Since': new Date().toUTCString() }, 304],
    ['a stretch of it', { Range: 'bytes=60-400' }, 206],
    ['several stretches', { Range: 'bytes=60-400,0-9' }, 416],
    ['unless it changed', { 'If-Match': '"other"' }, 412],
  ])('gets the free part whole who asks for it %s', async (_, header, status) => {
    world.site = ({ headers }) => {
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
    world.site = ({ method }) => (method === 'HEAD' ? new Response(null, { headers: { 'Content-Type': 'text/html', ETag: '"of-the-whole"', 'Content-Length': '5000' } }) : html(page()))
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
      world.site = answer
      const [got, given] = [await ask(path), answer()]
      expect([path, got.status, Object.fromEntries(got.headers), await got.text()]).toEqual([path, given.status, Object.fromEntries(given.headers), await given.text()])
    }
  })

  it('gets a file in pieces, and is told that it has not changed', async () => {
    world.site = ({ headers }) => new Response(headers.has('range') ? 'ng' : null, { status: headers.has('range') ? 206 : 304, headers: { 'Content-Type': 'image/png' } })
    expect((await ask('/a.png', { Range: 'bytes=1-2' })).status).toBe(206)
    expect((await ask('/a.png', { 'If-None-Match': '"a"' })).status).toBe(304)
    expect(world.asked).toHaveLength(2)
    world.site = ({ headers }) => (headers.has('if-none-match') ? new Response(null, { status: 304 }) : new Response('a{}', { headers: { 'Content-Type': 'text/css' } }))
    expect((await ask('/a.css', { 'If-None-Match': '"a"' })).status).toBe(304)
  })

  it('sends the site what it always does, but no payment', async () => {
    await ask('/ferry', { Cookie: 'session=1', Authorization: 'Payment abc', 'PAYMENT-SIGNATURE': 'x', 'SIGN-IN-WITH-X': 'y', 'X-Own': 'z' })
    expect(Object.fromEntries(world.asked[0]?.headers ?? [])).toEqual({ cookie: 'session=1', 'x-own': 'z' })
    await ask('/x', { Authorization: 'Basic abc' })
    expect(world.asked[1]?.headers.get('authorization')).toBe('Basic abc')
  })

  it('gets answers to forms, and pages of errors, without what is sold', async () => {
    world.site = ({ method }) => html(page(), { status: method === 'POST' ? 200 : 500 })
    for (const method of ['POST', 'GET', 'PUT']) {
      const text = await (await ask('/ferry', { ...bought(method === 'GET' ? '' : '/ferry#1') }, method)).text()
      expect(text).toContain('<p>Free.</p>')
      expect(text).not.toContain(secret)
    }
  })
})

describe('who has paid', () => {
  const two = page(`<p data-paid>${secret}</p>`, `<pay-wall price="0.30"><p data-paid>and the third</p></pay-wall>`)

  it('finds the page whole at its own address, kept by no cache', async () => {
    world.site = () => html(page(), { ETag: '"x"', 'Cache-Control': 'public, max-age=600' })
    const answer = await ask('/ferry', bought('/ferry#1'))
    expect(await answer.text()).toBe(page())
    expect([answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual(['private, no-store', null])
    expect((await ask('/ferry', { ...bought('/ferry#1'), 'If-None-Match': '"x"' })).status).toBe(200)
    expect(await (await ask('/ferry', bought('/ferry#1'), 'HEAD')).text()).toBe('')
  })

  it('finds there only what was paid for', async () => {
    world.site = () => html(two)
    const first = await (await ask('/ferry', bought('/ferry#1'))).text()
    expect([first.includes(secret), first.includes('and the third')]).toEqual([true, false])
    expect(first).toContain('src="/farthing/parts/2/ferry"')
    const second = await (await ask('/farthing/parts/2/ferry', { ...navigation, ...bought('/ferry#2') })).text()
    expect([second.includes(secret), second.includes('and the third')]).toEqual([false, true])
    const both = await (await ask('/farthing/parts/2/ferry', { ...navigation, ...bought('/ferry#1', '/ferry#2') })).text()
    expect([both.includes(secret), both.includes('and the third')]).toEqual([true, true])
  })

  it('opens nothing else with it: another part, another page, another query', async () => {
    world.site = ({ url }) => html(two.replace('third', `third of ${url}`))
    for (const path of ['/farthing/parts/2/ferry', '/farthing/parts/1/well', '/farthing/parts/1/ferry?id=2']) {
      const answer = await ask(path, { ...bought('/ferry#1'), 'PAYMENT-SIGNATURE': '/ferry#1' })
      expect([path, answer.status]).toEqual([path, 402])
    }
    expect(world.till.charges).toEqual([])
  })

  it('does not open a page by a payment or a sign-in that it was not asked for', async () => {
    expect(await (await ask('/ferry', { 'PAYMENT-SIGNATURE': '/ferry#1', Cookie: 'a=b' })).text()).not.toContain(secret)
    expect(world.till.charges).toEqual([])
  })
})

describe('what the shop has by itself', () => {
  it('is served with its right names', async () => {
    const script = await ask('/farthing/pay-wall.js')
    expect([script.headers.get('content-type'), await script.text()]).toEqual(['text/javascript; charset=utf-8', '/* pay-wall.js */'])
    expect((await ask('/farthing/pay-wall-worker.js')).headers.get('service-worker-allowed')).toBe('/')
    expect((await ask('/farthing/style.css')).headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect((await ask('/farthing/style.css', {}, 'POST')).status).toBe(405)
    expect(world.asked).toEqual([])
  })

  it('and tells the author once what could be better', async () => {
    world.site = () => html(page().replace('</head>', '<script type="application/ld+json">{"isAccessibleForFree":true}</script></head>'))
    await ask('/ferry')
    await ask('/ferry')
    expect(world.log).toHaveLength(2)
  })
})
