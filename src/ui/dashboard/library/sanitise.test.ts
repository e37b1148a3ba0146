import { build } from 'esbuild'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium } from '../../../../scripts/browser.mjs'

/** In a real browser, and without the wallet's content security policy: the sanitiser has to be enough by itself. */
let browser: Browser
let page: Page
const asked: string[] = []

const site = 'https://wallet.example'
const base = 'https://paper.example/essays/full?part=2'
const pixel = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const pictures = [{ src: 'https://paper.example/wren.jpg', url: pixel, width: 1200, height: 560 }]

beforeAll(async () => {
  const contents = `
    import { sanitiseCopy } from './sanitise'
    globalThis.put = (html, base, pictures) => {
      const piece = sanitiseCopy({ html, base, pictures })
      document.querySelector('main').replaceChildren(piece ?? '')
    }`
  const built = await build({ stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' }, bundle: true, write: false, format: 'iife' })
  const executablePath = findChromium()
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  browser = await chromium.launch({ ...(executablePath === null ? {} : { executablePath }), args: sandbox })
  page = await browser.newPage()
  await page.route('**/*', (route) => {
    const url = route.request().url()
    if (url === `${site}/`) return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Wallet</title><main></main>' })
    asked.push(url)
    return route.fulfill({ status: 404 })
  })
  await page.goto(`${site}/`)
  await page.evaluate(built.outputFiles[0]?.text ?? '')
}, 60_000)

afterAll(async () => {
  await browser.close()
})

async function put(html: string): Promise<string> {
  await page.evaluate(([text, from, kept]) => (window as unknown as { put(html: string, base: string, pictures: unknown): void }).put(text, from, kept), [html, base, pictures] as const)
  return page.locator('main').innerHTML()
}

const spy = 'https://spy.example/x'

/** Anything below that runs sets `ran` on the window; anything that loads asks for something. */
const attacks = [
  '<script>ran = 1</script><script src="https://spy.example/x"></script>',
  '<img src="x.png" onerror="ran = 1"><img src="https://spy.example/x" srcset="https://spy.example/y 2x" loading="lazy">',
  '<picture><source srcset="https://spy.example/x"><img src="https://spy.example/x"></picture>',
  '<p style="position:fixed;inset:0;background:url(https://spy.example/x)">cover</p>',
  '<style>@import "https://spy.example/x"; body { background: url(https://spy.example/y) }</style>',
  '<link rel="stylesheet" href="https://spy.example/x"><link rel="preconnect" href="https://spy.example"><link rel="prefetch" href="https://spy.example/x">',
  '<iframe src="https://spy.example/x"></iframe><iframe srcdoc="<script>parent.ran = 1</script>"></iframe><portal src="https://spy.example/x"></portal>',
  '<object data="https://spy.example/x"></object><embed src="https://spy.example/x"><applet code="x"></applet>',
  '<svg><image href="https://spy.example/x"/><use href="https://spy.example/x#a"/><script>ran = 1</script><foreignObject><img src="https://spy.example/x"></foreignObject></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=https://spy.example/x onerror=ran=1&gt;"></table></mtext></math>',
  '<form action="https://spy.example/x"><input name="q" autofocus onfocus="ran = 1"><button formaction="https://spy.example/x">Unlock</button></form>',
  '<meta http-equiv="refresh" content="0;url=https://spy.example/x"><base href="https://spy.example/">',
  '<audio src="https://spy.example/x" autoplay></audio><video poster="https://spy.example/x" src="https://spy.example/x"></video><track src="https://spy.example/x">',
  '<table background="https://spy.example/x"><tr><td background="https://spy.example/x">t</td></tr></table><body background="https://spy.example/x" onload="ran = 1">',
  '<a href="javascript:ran = 1">a</a><a href=" java&#10;script:ran = 1">b</a><a href="data:text/html,x">c</a><a href="#/settings">d</a><a ping="https://spy.example/x" href="https://news.example/">e</a>',
  '<template><img src="https://spy.example/x"></template><noscript><p title="</noscript><img src=https://spy.example/x onerror=ran=1>"></noscript>',
  '<div id="root" class="rail" name="body">named</div><img name="cookie" id="getElementById"><p is="x-y" slot="s" part="p" popover tabindex="0">p</p>',
  '<details open ontoggle="ran = 1"><summary onclick="ran = 1">s</summary></details><dialog open>cover</dialog>',
  '<input type="image" src="https://spy.example/x"><isindex action="https://spy.example/x"><marquee onstart="ran = 1">m</marquee>',
  '<svg></p><style><a id="</style><img src=https://spy.example/x onerror=ran=1>">',
]

test('nothing runs, nothing is loaded, nothing is named or styled, and the text stays', async () => {
  const results: Record<string, string[]> = {}
  for (const html of attacks) {
    asked.length = 0
    await put(`<p>before</p>${html}<p>after</p>`)
    const { ran, held, attributes } = await page.evaluate(async () => {
      const main = document.querySelector('main')
      const all = [...(main?.querySelectorAll<HTMLElement>('*') ?? [])]
      for (const element of all) {
        for (const event of ['error', 'load', 'toggle', 'focus', 'start']) element.dispatchEvent(new Event(event))
        if (element.localName !== 'a') element.click()
      }
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      const attributes = all.flatMap((element) => [...element.attributes].map(({ name, value }) => `${element.localName} ${name}=${value}`))
      return { ran: 'ran' in window, held: main?.textContent ?? '', attributes }
    })
    const allowed = /^(a (href=https?:|target=_blank$|rel=noopener noreferrer$)|details open|span class=reading-missing$|\w+ (title|alt)=)/
    results[html] = [
      ...(ran ? ['ran'] : []),
      ...(page.url() === `${site}/` ? [] : [`went to ${page.url()}`]),
      ...asked.map((url) => `loaded ${url}`),
      ...attributes.filter((one) => !allowed.test(one)),
      ...(held.includes('before') ? [] : ['lost the text']),
    ]
  }
  expect(results).toEqual(Object.fromEntries(attacks.map((html) => [html, []])))
})

test('links lead where they led, elsewhere and without telling from where; places in the same text are no links', async () => {
  const held = await put('<p><a href="/about">a</a> <a href="#note">b</a> <a href="mailto:a@b.example">m</a></p>')
  expect(held).toContain('<a href="https://paper.example/about" target="_blank" rel="noopener noreferrer">a</a>')
  expect(held).toContain('<a>b</a>')
  expect(held).toContain('href="mailto:a@b.example"')
})

test('a picture of the copy is shown, one that is not is said to be missing, and the page keeps its one heading', async () => {
  asked.length = 0
  const held = await put(`<h1>Wrens</h1><img src="/wren.jpg" alt="A wren" width="9999999"><img src="${spy}" alt="A spy"><img>`)
  expect(await page.locator('main img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).alt))).toEqual(['A wren'])
  expect(await page.locator('main img').getAttribute('width')).toBe('1200')
  expect(await page.locator('.reading-missing').allTextContents()).toEqual(['A picture that is not in this copy: A spy', 'A picture that is not in this copy'])
  expect(held).toContain('<h2>Wrens</h2>')
  expect(asked).toEqual([])
})
