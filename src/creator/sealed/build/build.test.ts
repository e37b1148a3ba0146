import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { base64urlnopad } from '@scure/base'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isSealedPart, openPart } from '../../../core/sealed/format'
import { openSeal, sealPath } from '../seal'
import { generateServiceKey, readServiceKey, type ServiceKey } from '../service-key'
import { buildSite, type BuildOptions, type Built, type Refused } from './build'

const payTo = '0x00000000000000000000000000000000000000aa'
const premium = 'Nobody tells you that the second gear of a Sturmey Archer hub is the one that was never meant to be oiled from outside. I learned it from Mrs Okafor in the winter of the floods.'
const other = 'The spoke key I use was filed by my grandfather out of a tent peg, and it still fits everything made before the war, which is more than can be said for me.'
const page = (paid: string, more = '', attributes = ''): string => `<!doctype html>
<html lang="en"><head><title>Hub gears</title>${more}</head>
<body><h1>Hub gears</h1>
<pay-wall ${attributes}>
<p>What a hub hides.</p>
<section data-paid><p>${paid}</p><img src="hub.jpg" alt=""></section>
</pay-wall></body></html>
`

describe('building a static site', () => {
  let folder = ''
  let one: ServiceKey
  let two: ServiceKey

  beforeAll(async () => {
    one = await readServiceKey(await generateServiceKey())
    two = await readServiceKey(await generateServiceKey())
  })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'farthing-build-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const put = async (path: string, text: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const out = (path: string): Promise<string> => readFile(join(folder, 'dist', path), 'utf8')
  const run = (change: Partial<BuildOptions> = {}): Promise<Built | Refused> =>
    buildSite({
      source: join(folder, 'site'),
      out: join(folder, 'dist'),
      memory: folder,
      site: new URL('https://ada.example/'),
      services: [
        { address: 'https://keys.example', publicKey: one.publicKey },
        { address: 'https://other.example', publicKey: two.publicKey },
      ],
      payTo,
      network: 'eip155:8453',
      price: 100_000n,
      until: null,
      ...change,
    })
  const built = async (change: Partial<BuildOptions> = {}): Promise<Built> => {
    const result = await run(change)
    if (result.type === 'refused') throw new Error(JSON.stringify(result.faults))
    return result
  }
  const refused = async (change: Partial<BuildOptions> = {}): Promise<string> => {
    const result = await run(change)
    expect(result.type).toBe('refused')
    return result.type === 'refused' ? result.faults.map(({ file, sentence }) => `${file}: ${sentence}`).join('\n') : ''
  }
  const snapshot = async (): Promise<Record<string, string>> => {
    const names = await readdir(join(folder, 'dist'), { recursive: true, withFileTypes: true })
    const files = names.filter((name) => name.isFile()).map((name) => join(name.parentPath, name.name))
    return Object.fromEntries(await Promise.all(files.sort().map(async (file) => [file, (await readFile(file)).toString('base64')] as const)))
  }

  it('sells what was cut out: the page says where, the seal says to whom, and its key opens the file', async () => {
    await put('site/gears/hub.html', page(premium, '', 'price="0.25" title="Hub gears, opened" keep="forever"'))
    await put('site/style.css', 'p { color: black }')
    const { parts, copied, secretIsNew } = await built()
    expect({ copied, secretIsNew, parts: parts.map(({ page: from, title, price, path }) => ({ from, title, price, path })) }).toEqual({
      copied: 1,
      secretIsNew: true,
      parts: [{ from: 'gears/hub.html', title: 'Hub gears, opened', price: 250_000n, path: 'gears/hub.1.sealed' }],
    })
    const html = await out('gears/hub.html')
    const src = /src="(https:\/\/keys\.example[^"]+)"/.exec(html)?.[1] ?? ''
    const also = /also="(https:\/\/other\.example[^"]+)"/.exec(html)?.[1] ?? ''
    expect(html).toContain('sealed="hub.1.sealed"')
    expect(html).toContain('class="paywall"')
    expect(html).toContain('isAccessibleForFree')
    expect(html).toContain(`<a href="${src}">`)
    const file = new Uint8Array(await readFile(join(folder, 'dist/gears/hub.1.sealed')))
    for (const [service, address] of [[one, src], [two, also]] as const) {
      const seal = await openSeal(service, new URL(address).pathname.slice(sealPath.length), 0)
      expect(seal).toMatchObject({ ok: true, value: { title: 'Hub gears, opened', url: 'https://ada.example/gears/hub.html', price: 250_000n, payTo, network: 'eip155:8453', keep: 'forever', until: null } })
      const text = seal.ok ? await openPart(crypto.subtle, seal.value.key, seal.value, file) : null
      expect(text).toContain(premium)
      // It is read on the page, but may be fetched from anywhere: addresses in it are good everywhere on the site.
      expect(text).toContain('src="/gears/hub.jpg"')
    }
  })

  it('changes no byte when nothing has changed, and no address when a text was corrected', async () => {
    await put('site/hub.html', page(premium))
    await put('site/spokes.html', page(other))
    await built()
    const before = await snapshot()
    const ledger = await readFile(join(folder, 'farthing.json'), 'utf8')
    const again = await built()
    expect(again.secretIsNew).toBe(false)
    expect(again.parts.some(({ isNewAddress }) => isNewAddress)).toBe(false)
    expect(await snapshot()).toEqual(before)
    expect(await readFile(join(folder, 'farthing.json'), 'utf8')).toBe(ledger)
    await put('site/hub.html', page(premium.replace('floods', 'storms')))
    await built()
    const after = await snapshot()
    expect(Object.keys(after).filter((path) => after[path] !== before[path]).map((path) => path.slice(folder.length))).toEqual(['/dist/hub.1.sealed'])
  })

  it('sells at another address when the price changes, and only there', async () => {
    await put('site/hub.html', page(premium))
    await put('site/spokes.html', page(other, '', 'price="0.30"'))
    await built()
    const result = await built({ price: 200_000n })
    expect(result.parts.map(({ page: from, isNewAddress }) => [from, isNewAddress])).toEqual([['hub.html', true], ['spokes.html', false]])
  })

  it('takes the address from what the page says of itself, on its own site only', async () => {
    await put('site/a/index.html', page(premium))
    await put('site/b.html', page(other, '<link rel="canonical" href="/b/">'))
    await put('site/c.html', page('A third piece, about the way rain finds its way into a bottom bracket and stays.', '<link rel="canonical" href="https://elsewhere.example/c">'))
    await built()
    const urls = await Promise.all(['a/index.html', 'b.html', 'c.html'].map(async (path) => {
      const seal = await openSeal(one, /\/k\/([\w-]+)"/.exec(await out(path))?.[1] ?? '', 0)
      return seal.ok ? seal.value.url : null
    }))
    expect(urls).toEqual(['https://ada.example/a/', 'https://ada.example/b/', 'https://ada.example/c.html'])
  })

  it('puts no piece of what is sold into any file', async () => {
    await put('site/hub.html', page(premium))
    await put('site/sub/spokes.html', page(other))
    await built()
    for (const [path, content] of Object.entries(await snapshot())) {
      const text = Buffer.from(content, 'base64').toString('latin1')
      for (const sold of [premium, other]) for (let at = 0; at + 20 <= sold.length; at += 1) expect(text.includes(sold.slice(at, at + 20)), path).toBe(false)
    }
  })

  it.each([
    ['a feed', 'feed.xml', `<rss><description>&lt;p&gt;${premium.replaceAll('a', '&#97;')}&lt;/p&gt;</description></rss>`],
    ['a search index', 'search/index.json', JSON.stringify([{ text: premium.slice(30, 110) }])],
    ['a source map', 'app.js.map', JSON.stringify({ sourcesContent: [JSON.stringify({ html: `<p>${premium.replaceAll(' ', '\n')}</p>` })] })],
    ['a page for printers', 'print/hub.html', `<p>${premium.replace('winter', '<em>winter</em>')}</p>`],
    ['data of the page itself', 'hub2.html', page('x'.repeat(50), `<script type="application/ld+json">{"articleBody":"${premium}"}</script>`)],
    ['a description', 'about.html', `<meta name="description" content="${premium.slice(0, 100)}">`],
    ['a text in capitals', 'hub.txt', premium.toUpperCase()],
    ['a packed page', 'hub.html.gz', gzipSync(premium)],
  ])('is refused where %s holds what is sold', async (_, path, content) => {
    await put('site/hub.html', page(premium))
    await put(`site/${path}`, content)
    const said = await refused()
    expect(said).toContain(`${path}: Text of “Hub gears” that is for sale stands in this file`)
    await expect(stat(join(folder, 'dist'))).rejects.toThrow()
  })

  it('is refused where something from an earlier build still tells it', async () => {
    await put('site/hub.html', page(premium))
    await put('dist/old/hub.html', `<p>${premium}</p>`)
    expect(await refused()).toContain('left over in the folder that is published')
  })

  it('lets authors quote in the teaser what is also in the piece', async () => {
    const quote = premium.slice(0, 117)
    await put('site/hub.html', page(premium).replace('What a hub hides.', quote))
    await put('site/feed.xml', `<description>${quote}</description>`)
    await built()
  })

  it('is refused where it is not certain what is for sale', async () => {
    await put('site/hub.html', `<p data-paid>${premium}</p>`)
    await put('site/spokes.html', page(other, '', 'price="free"'))
    const said = await refused({ price: null })
    expect(said).toContain('hub.html: Line 1')
    expect(said).toContain('spokes.html:')
  })

  it('never lets the secret be published', async () => {
    await put('site/hub.html', page(premium))
    expect(await refused({ memory: join(folder, 'dist') })).toContain('would lie in the folder that is published')
    expect(await refused({ out: folder })).toContain('holds the source')
    await built({ memory: join(folder, 'site') })
    const secret = await readFile(join(folder, 'site/.farthing-secret'), 'utf8')
    expect((await stat(join(folder, 'site/.farthing-secret'))).mode & 0o777).toBe(0o600)
    const all = Object.entries(await snapshot())
    expect(all.some(([path]) => path.includes('farthing'.concat('.json')) || path.endsWith('secret'))).toBe(false)
    for (const [, content] of all) {
      expect(Buffer.from(content, 'base64').includes(secret.trim())).toBe(false)
      expect(Buffer.from(content, 'base64').includes(Buffer.from(base64urlnopad.decode(secret.trim())))).toBe(false)
    }
    await put('site/notes.txt', `secret ${secret}`)
    expect(await refused({ memory: join(folder, 'site') })).toContain('The secret of the site stands in this file.')
  })

  it('does not make another secret where there was one', async () => {
    await put('site/hub.html', page(premium))
    await put('.farthing-secret', 'oops')
    await expect(run()).rejects.toThrow('does not hold the site’s secret')
  })

  it('deletes sealed parts that nothing sells any more, and nothing else', async () => {
    await put('site/hub.html', page(premium))
    await put('site/spokes.html', page(other))
    await built()
    await put('dist/mine.sealed', 'a file of somebody else')
    await put('dist/robots.txt', 'User-agent: *')
    await rm(join(folder, 'site/spokes.html'))
    await built()
    const left = (await readdir(join(folder, 'dist'))).sort()
    expect(left).toEqual(['hub.1.sealed', 'hub.html', 'mine.sealed', 'robots.txt', 'spokes.html'])
    expect(isSealedPart(new Uint8Array(await readFile(join(folder, 'dist/hub.1.sealed'))))).toBe(true)
  })

  it('follows no link out of the folder, and says so', async () => {
    await put('site/hub.html', page(premium))
    await put('private.txt', 'not for you')
    await symlink(join(folder, 'private.txt'), join(folder, 'site/private.txt'))
    const { advice } = await built()
    expect(advice).toEqual([{ file: 'private.txt', sentence: 'A link to another place on this computer: it was not copied.' }])
    expect(await readdir(join(folder, 'dist'))).not.toContain('private.txt')
  })
})
