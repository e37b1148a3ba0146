import { build } from 'esbuild'
import { chromium, type Browser, type CDPSession, type Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findChromium } from '../../../scripts/browser.mjs'

/**
 * In a real browser, and in an isolated world as a content script has: simulated documents parse differently, and
 * event handlers survive in an isolated world what removes them in a page.
 */
let browser: Browser
let page: Page
let session: CDPSession
let contextId: number
let bundle: string
let asked: string[]

const site = 'https://paper.example'
const base = `${site}/essays/full?part=2`

beforeAll(async () => {
  const contents = `
    import { sanitise } from './sanitise'
    import { insertFragment } from './fragment'
    globalThis.put = (html, base) => {
      const piece = sanitise(html, base)
      return piece === null ? null : insertFragment(document, base, piece)?.words ?? null
    }`
  const built = await build({ stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' }, bundle: true, write: false, format: 'iife' })
  bundle = built.outputFiles[0]?.text ?? ''
  const executablePath = findChromium()
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  browser = await chromium.launch({ ...(executablePath === null ? {} : { executablePath }), args: sandbox })
}, 60_000)

afterAll(async () => {
  await browser.close()
})

beforeEach(async () => {
  await openPage()
  return () => page.close()
})

async function openPage(headers: Record<string, string> = {}): Promise<void> {
  page = await browser.newPage()
  asked = []
  await page.route('**/*', (route) => {
    const url = route.request().url()
    if (url !== `${site}/`) asked.push(url)
    const body = `<!doctype html><title>Paper</title><pay-wall src="${base.replaceAll('&', '&amp;')}">teaser</pay-wall>`
    return url === `${site}/` ? route.fulfill({ contentType: 'text/html', headers, body }) : route.fulfill({ status: 404 })
  })
  await page.goto(`${site}/`)
  session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'content' })
  contextId = world.executionContextId
  await inWorld(bundle)
}

async function inWorld(expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, contextId, returnByValue: true })
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value
}

/** Inserts as the card does and returns what the page then holds. */
async function put(html: string): Promise<string> {
  await inWorld(`put(${JSON.stringify(html)}, ${JSON.stringify(base)})`)
  return page.locator('pay-wall').innerHTML()
}

/** Anything below that runs sets `ran` on the page's window. */
const attacks = [
  '<script>ran = 1</script>',
  '<img src="x.png" onerror="ran = 1">',
  '<img src="x.png" srcset="y.png 1x" onerror="ran = 1" onload="ran = 1">',
  '<details open ontoggle="ran = 1"><summary>s</summary></details>',
  '<audio src="x.mp3" onerror="ran = 1" onloadstart="ran = 1"></audio>',
  '<video onerror="ran = 1"><source src="x.mp4" onerror="ran = 1"></video>',
  '<svg onload="ran = 1"><script>ran = 1</script><a xlink:href="javascript:ran = 1">t</a></svg>',
  '<iframe srcdoc="<script>parent.ran = 1</script>"></iframe><iframe src="javascript:parent.ran = 1"></iframe>',
  '<object data="javascript:ran = 1"></object><embed src="javascript:ran = 1">',
  '<style>@import "https://spy.example/s.css"; * { color: red }</style><link rel="stylesheet" href="https://spy.example/l.css">',
  '<style onload="ran = 1"></style><body onload="ran = 1" onpageshow="ran = 1">',
  '<input autofocus onfocus="ran = 1"><p tabindex="0" autofocus onfocus="ran = 1">p</p>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=ran=1&gt;"></table></mtext></math>',
  '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=ran=1 src>">',
  '<template><img src="x.png" onerror="ran = 1"></template><noscript><p title="</noscript><img src=x onerror=ran=1>"></noscript>',
  '<a href="javascript:ran = 1">a</a><a href=" java&#10;script:ran = 1">b</a><a href="data:text/html,<script>ran = 1</script>">c</a>',
  '<base href="https://spy.example/"><meta http-equiv="refresh" content="0;url=https://spy.example/">',
  '<p onclick="ran = 1" onpointerenter="ran = 1">p</p>',
]

/** Puts one piece into a fresh tag, pokes everything in it, and says what went wrong. */
async function attack(html: string): Promise<string[]> {
  await page.evaluate((src) => {
    const tag = document.createElement('pay-wall')
    tag.setAttribute('src', src)
    document.querySelector('pay-wall')?.replaceWith(tag)
    Reflect.deleteProperty(window, 'ran')
  }, base)
  const held = await put(`<p>before</p>${html}<p>after</p>`)
  const ran = await page.evaluate(async (events) => {
    for (const element of document.querySelectorAll<HTMLElement>('pay-wall *')) {
      for (const event of events) element.dispatchEvent(new Event(event))
      element.click()
    }
    // Two frames, after which what was queued (toggle, load, error of inlined data) has been fired.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return 'ran' in window
  }, ['error', 'load', 'toggle', 'focus', 'pointerenter', 'loadstart'])
  const foreign = asked.filter((url) => !url.startsWith(`${site}/essays/`))
  const left = /<(script|style|iframe|object|embed|svg|math|form|input|template|base|meta|link)|\son\w+=|javascript:/i.exec(held)
  return [
    ...(ran ? ['ran'] : []),
    ...(page.url() === `${site}/` ? [] : [`went to ${page.url()}`]),
    ...foreign.map((url) => `loaded ${url}`),
    ...(left === null ? [] : [`left ${left[0]}`]),
    ...(held.includes('before') ? [] : ['lost the text']),
  ]
}

test('nothing runs, nothing foreign is loaded', async () => {
  const results: Record<string, string[]> = {}
  for (const html of attacks) results[html] = await attack(html)
  expect(results).toEqual(Object.fromEntries(attacks.map((html) => [html, []])))
})

test('addresses are read as where the piece was fetched, before anything is loaded', async () => {
  const held = await put('<p><a href="/about">a</a><a href="#note">b</a><a href="mailto:a@b.example">m</a></p><img src="pic.png" srcset="a.png, b.png 2x"><p id="note">n</p>')
  expect(held).toContain(`href="${site}/about"`)
  expect(held).toContain('href="#user-content-note"')
  expect(held).toContain('href="mailto:a@b.example"')
  expect(held).toContain(`src="${site}/essays/pic.png"`)
  expect(held).toContain(`srcset="${site}/essays/a.png, ${site}/essays/b.png 2x"`)
  expect(held).toContain('id="user-content-note"')
  await expect.poll(() => asked.length).toBeGreaterThan(0)
  expect(asked.every((url) => url.startsWith(`${site}/essays/`))).toBe(true)
})

test('links to other sites tell them nothing', async () => {
  const held = await put('<a href="https://other.example/x" target="_blank" rel="opener" ping="https://spy.example/">o</a><a href="/own">w</a>')
  expect(held).toBe(`<a href="https://other.example/x" rel="noopener noreferrer">o</a><a href="${site}/own">w</a>`)
})

test('a name cannot stand for a property of the document', async () => {
  await put('<img name="cookie" src="x.png"><p id="location">p</p><a id="body">b</a><div name="forms">d</div>')
  const real = await page.evaluate(() => [typeof document.cookie, document.body.localName, Object.prototype.toString.call(document.forms)])
  expect(real).toEqual(['string', 'body', '[object HTMLCollection]'])
  expect(await page.evaluate(() => (document as unknown as { location: Location }).location.href)).toBe(`${site}/`)
})

test('what an article is made of stays', async () => {
  const article =
    '<h2>Rest</h2><p class="lead">One <em>two</em> <strong>three</strong></p><ul><li>four</li></ul><blockquote>five</blockquote>' +
    '<figure><img src="data:image/png;base64,AAAA" alt="a wren" width="4" height="4"><figcaption>six</figcaption></figure>' +
    '<table><thead><tr><th scope="col">seven</th></tr></thead><tbody><tr><td colspan="2">eight</td></tr></tbody></table><pre><code>nine</code></pre>'
  expect(await put(article)).toBe(article)
})

test('where a page policy forbids parsing altogether, nothing is inserted and the teaser stays', async () => {
  await page.close()
  // Without an extension's exemption, as this world is, the policy holds for the sanitiser too.
  await openPage({ 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" })
  expect(await put('<p>kept</p>')).toBe('teaser')
})

test('a page without the tag takes nothing and says nothing', async () => {
  await page.evaluate(() => document.querySelector('pay-wall')?.remove())
  expect(await inWorld(`put('<p>kept</p>', ${JSON.stringify(base)})`)).toBeNull()
})

test('each tag of the same piece is filled once', async () => {
  await page.evaluate(() => document.body.append(document.querySelector('pay-wall')?.cloneNode(true) ?? ''))
  expect(await inWorld(`put('<p>first piece</p>', ${JSON.stringify(base)})`)).toBe(2)
  expect(await inWorld(`put('<p>second</p>', ${JSON.stringify(base)})`)).toBe(1)
  expect(await inWorld(`put('<p>third</p>', ${JSON.stringify(base)})`)).toBeNull()
  expect(await page.locator('pay-wall').allInnerTexts()).toEqual(['first piece', 'second'])
})
