import { build } from 'esbuild'
import { chromium, type Browser, type CDPSession, type Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findChromium } from '../../../scripts/browser.mjs'
import { readKeptPage } from '../../background/library/kept-page'
import type { Kept } from './document'

/** In a real browser and in an isolated world, as where it runs: pictures, and what a page can name, are not to be simulated. */
let browser: Browser
let page: Page
let session: CDPSession
let contextId: number
let bundle: string
let asked: string[]

const site = 'https://paper.example'
const url = `${site}/full?part=2`
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="3200" height="1600"><rect width="3200" height="1600" fill="brown"/></svg>'
const paragraphs = Array.from({ length: 8 }, (_, n) => `<p>The wren sang ${n} times, and each time it was heard, by whoever was there, in the hedge, at dawn, and further off, too.</p>`).join('')

beforeAll(async () => {
  const built = await build({ entryPoints: ['src/content/keeper.ts'], bundle: true, write: false, format: 'iife' })
  bundle = built.outputFiles[0]?.text ?? ''
  const executablePath = findChromium()
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  browser = await chromium.launch({ ...(executablePath === null ? {} : { executablePath }), args: sandbox })
}, 60_000)

afterAll(async () => {
  await browser.close()
})

beforeEach(async () => {
  page = await browser.newPage()
  asked = []
  return () => page.close()
})

interface Answer {
  readonly status?: number
  readonly contentType?: string
}

/** Opens a page that holds this, and brings in the keeper once it has loaded. */
async function open(body: string, { status = 200, contentType = 'text/html' }: Answer = {}): Promise<void> {
  await page.route('**/*', (route) => {
    const wanted = route.request().url()
    asked.push(wanted)
    if (wanted === url) return route.fulfill({ status, contentType, body: `<!doctype html><html lang="en-GB"><title>Wrens</title>${body}` })
    if (wanted.endsWith('.svg')) return route.fulfill({ contentType: 'image/svg+xml', body: picture })
    return route.fulfill({ status: 404 })
  })
  await page.goto(url)
  session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'keeper' })
  contextId = world.executionContextId
  await inWorld(bundle)
}

async function inWorld(expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, contextId, returnByValue: true, awaitPromise: true })
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value
}

const keep = async (kind: 'document' | 'fragment' = 'document', wanted = url): Promise<Kept | null> =>
  (await inWorld(`globalThis[Symbol.for('farthing.keeper')](${JSON.stringify({ kind, url: wanted })})`)) as Kept | null

const article = (inside = ''): string => `<nav><a href="/">Home</a></nav><article><h1>Wrens</h1>${inside}${paragraphs}</article>`

test('an article is brought out with its pictures, small enough, and what surrounds it stays behind', async () => {
  await open(article('<figure><img src="/wren.svg" srcset="/other.svg 9w" sizes="9px" alt="A wren"></figure><img src="/speck.gif" width="1" height="1">'))
  const kept = await keep()
  expect(kept).toMatchObject({ lang: 'en-GB', dir: null })
  expect(kept?.html).toContain('The wren sang 7 times')
  expect(kept?.html).not.toMatch(/srcset|data-farthing|Home/)
  expect(kept?.pictures).toHaveLength(1)
  expect(kept?.pictures[0]).toMatchObject({ src: `${site}/other.svg`, type: 'image/webp', width: 1600, height: 800 })
  expect(kept?.html).toContain(`src="${site}/other.svg"`)
  expect(readKeptPage(kept, 7)?.pictures[0]?.bytes.length).toBeGreaterThan(50)
})

test('the picture at the head of an article comes along where it stands beside the text, once', async () => {
  const head = '<figure><img src="/lead.svg" alt="A hedge"><figcaption>The <b>hedge</b></figcaption></figure>'
  await open(`<main><article><header><h1>Wrens</h1></header>${head}<div>${paragraphs}</div></article></main><aside><img src="/advert.svg"></aside>`)
  const kept = await keep()
  expect(kept?.html).toContain(`<figure><img src="${site}/lead.svg" alt="A hedge"><figcaption>The hedge</figcaption></figure>`)
  expect(kept?.pictures.map(({ src }) => src)).toEqual([`${site}/lead.svg`])
})

test('the page is only read: nothing in it changes, nothing is asked for, and none of its scripts hears of it', async () => {
  await open(`${article('<img src="/wren.svg" alt=""><x-y>own</x-y>')}<script>
    heard = []
    customElements.define('x-y', class extends HTMLElement { constructor() { super(); heard.push('made') } })
    heard.length = 0
    new MutationObserver(() => heard.push('changed')).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    new PerformanceObserver(() => heard.push('loaded')).observe({ type: 'resource' })
    for (const name of ['cloneNode', 'querySelectorAll', 'getElementsByTagName']) for (const kind of [Node, Document, Element]) {
      if (name in kind.prototype) kind.prototype[name] = function () { heard.push(name); return [] }
    }
    HTMLCanvasElement.prototype.getContext = OffscreenCanvas.prototype.getContext = () => { heard.push('painted') }
  </script>`)
  // What the page itself has loaded is told, then nothing more.
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => ((window as unknown as { heard: string[] }).heard.length = 0))
  const before = await page.evaluate(() => document.documentElement.outerHTML)
  const askedBefore = asked.length
  expect((await keep())?.pictures).toHaveLength(1)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before)
  expect(asked).toHaveLength(askedBefore)
})

test('pictures of other sites are read only where the page has loaded something from them, and are left out where they may not be read', async () => {
  await open(article('<img src="https://cdn.example/a.svg" alt=""><img loading="lazy" style="margin-top:90000px" src="https://never.example/b.svg" alt=""><img src="/broken.png" alt="">'))
  asked.length = 0
  const kept = await keep()
  expect(kept?.pictures).toEqual([])
  expect(kept?.left).toBe(3)
  expect(asked.filter((one) => one.includes('never.example'))).toEqual([])
})

test('what is not the page that was bought is not brought out', async () => {
  await open(article(), { status: 402 })
  expect(await keep()).toBeNull()
  await page.unrouteAll()
  await open(JSON.stringify({ article: paragraphs }), { contentType: 'application/json' })
  expect(await keep()).toBeNull()
  await page.unrouteAll()
  await open(article())
  expect(await keep('document', `${site}/full`)).toBeNull()
  await page.evaluate(() => history.replaceState(null, '', '/full'))
  expect(await keep(), 'tidied').not.toBeNull()
  await page.evaluate(() => history.pushState(null, '', '/another'))
  expect(await keep(), 'gone on').toBeNull()
})

test('names that a page gives to its elements lead nobody astray', async () => {
  const names = ['nextElementSibling', 'parentNode', 'firstElementChild', 'childNodes', 'querySelectorAll', 'documentElement', 'images', 'cloneNode', 'body', 'firstChild', 'tagName', 'attributes']
  await open(`<form>${names.map((name) => `<input name="${name}"><img name="${name}"><button id="${name}"></button>`).join('')}${article()}</form>`)
  expect((await keep())?.html).toContain('The wren sang 7 times')
})

test('a page that is too large is left alone', async () => {
  await open(`${article()}<script>for (let n = 0; n < 20001; n++) document.body.append(document.createElement('i'))</script>`)
  expect(await keep()).toBeNull()
})

test('of a piece in a page its pictures are brought out, and only of that piece', async () => {
  await open('<img src="/outside.svg"><pay-wall src="/piece#x"><p>Text</p><img src="/inside.svg"></pay-wall><pay-wall src="/other"><img src="/else.svg"></pay-wall>')
  const kept = await keep('fragment', `${site}/piece`)
  expect(kept).toMatchObject({ html: null, left: 0 })
  expect(kept?.pictures.map(({ src }) => src)).toEqual([`${site}/inside.svg`])
})
