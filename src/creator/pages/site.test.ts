import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { ask, html, navigation, page, part, renewWorld, secret, world } from './shop.fixtures'

beforeEach(renewWorld)

describe('what cannot be cut is not shown', () => {
  const refused = async (path = '/ferry', headers: Record<string, string> = {}) => {
    const answer = await ask(path, headers)
    const text = await answer.text()
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([500, 'private, no-store'])
    expect(text + JSON.stringify([...answer.headers]) + world.log.join('')).not.toContain(secret)
    expect(text).toContain('Something is wrong here')
    expect(world.log).toHaveLength(1)
    world.log = []
  }

  it('in broken markup', async () => {
    world.site = () => html(page(`<p data-paid>${secret}`))
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
    world.site = answer
    await refused('/other')
    world.site = ({ headers }) => (headers.has('range') ? new Response(body.slice(40, 60), { status: 206, headers: { 'Content-Type': type } }) : answer())
    await refused('/other', { Range: 'bytes=40-60' })
    world.site = ({ method }) => (method === 'HEAD' ? new Response(null, { headers: { 'Content-Type': type, ETag: '"x"' } }) : answer())
    expect((await ask('/other', {}, 'HEAD')).status).toBe(500)
  })

  it('packed in a way that is not known', async () => {
    world.site = () => html('zzz', { 'Content-Encoding': 'zstd' })
    await refused()
    world.site = () => html('zzz', { 'Content-Encoding': 'gzip' })
    await refused()
  })

  it('in a character set that is not known', async () => {
    world.site = () => html(page(), { 'Content-Type': 'text/html; charset=klingon' })
    await refused()
  })

  it('beyond eight megabytes', async () => {
    world.site = () => html(page() + ' '.repeat(8 * 1024 * 1024))
    await refused()
    await refused(part)
    world.site = () => html('', { 'Content-Encoding': 'gzip' })
    world.site = () => new Response(gzipSync(' '.repeat(9 * 1024 * 1024)), { headers: { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' } })
    await refused()
  })

  it('where the site breaks down', async () => {
    world.site = () => Promise.reject(new Error('no'))
    await refused()
  })

  it('and a stream ends before it', async () => {
    world.site = () => new Response(new Blob(['data: free\n\n', 'data: <section data-', `paid>${secret}`]).stream(), { headers: { 'Content-Type': 'text/event-stream' } })
    await expect((await ask('/events')).text()).rejects.toThrow()
    world.site = () => new Response('data: free\n\n', { headers: { 'Content-Type': 'text/event-stream' } })
    expect(await (await ask('/events')).text()).toBe('data: free\n\n')
  })
})

describe('pages in other dress', () => {
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('are read in %s', async (encoding, pack) => {
    world.site = () => new Response(new Uint8Array(pack(page())), { headers: { 'Content-Type': 'text/html', 'Content-Encoding': encoding } })
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
    world.site = () => new Response(new Uint8Array(Buffer.from(start + page('<p>Café.</p><p data-paid>Thé.</p>'), encoding)), { headers: { 'Content-Type': type } })
    const answer = await ask('/ferry')
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await answer.text()).toMatch(/Café(?![^]*Thé)/)
    expect(await (await ask(part, { 'PAYMENT-SIGNATURE': '/ferry#1' })).text()).toContain('Thé')
  })
})
