import type { Page } from 'playwright'
import { en as words } from '../../src/core/words/en'
import { askHonestly, give, paymentOf } from '../hostile/answers'
import { test as base } from '../hostile/test'
import { openGallery, type Gallery } from '../peers/gallery'
import { holding, parts, type PartName } from '../peers/parts'
import { afterLastLook } from '../support/last-look'
import type { Reader } from '../support/reader'
import { expect } from '../support/test'
import { long, longUnless } from '../support/long'

const test = base.extend<{ readonly gallery: Gallery }>({
  gallery: async ({ world }, use) => {
    const gallery = await openGallery(world.facilitator)
    await use(gallery)
    await gallery.close()
  },
})

const inDollars = (price: bigint): string => `$0.0${price / 10_000n}`
const arrived = (page: Page) => expect(page).toHaveTitle('A wren is here')
const paying = ({ seen }: Gallery) => seen.filter((one) => one.paying)

/** No header waits for a request any more. */
async function expectDisarmed(reader: Reader): Promise<void> {
  const worker = await reader.extension.worker()
  await expect.poll(() => worker.evaluate(() => chrome.declarativeNetRequest.getSessionRules())).toEqual([])
}

/** Goes to a free page that holds one part, and waits for the card to offer it. @param more of that page */
async function visitPart(reader: Reader, gallery: Gallery, name: PartName, more = '', at = gallery.url(`/${name}`)): Promise<Page> {
  gallery.show(`/${name}`, `${holding[name](parts[name].path)}${more}`)
  const page = await reader.visit(at)
  await reader.card(page).expectText(`Unlock for ${inDollars(parts[name].price)}`)
  return page
}

/** Nothing was asked for, signed or loaded again, and no window has opened. */
async function expectQuiet(reader: Reader, gallery: Gallery): Promise<void> {
  expect(await reader.payments()).toEqual([])
  expect(paying(gallery)).toEqual([])
  expect(reader.extension.context.pages().filter((page) => page.url().includes('approval.html'))).toEqual([])
  expect(await reader.balance()).toBe(5_000_000n)
}

test.describe('what a page loads is paid for by a yes, once', () => {
  for (const name of ['picture', 'table', 'song'] as const) {
    test(`${name}: offered, bought, loaded with the page once, and free from then on`, longUnless(['picture'], name), async ({ reader, gallery }) => {
      const page = await visitPart(reader, gallery, name)

      await test.step('nothing is paid by itself', async () => {
        await reader.card(page).expectText(parts[name].title)
        await reader.card(page).expectText(words.card.loadsAgain)
        await expectQuiet(reader, gallery)
        expect(gallery.loads(`/${name}`)).toBe(1)
      })

      await test.step('the yes loads the page again, with the part', async () => {
        await reader.spends(parts[name].price, () => reader.unlock(page))
        const [payment] = await reader.payments()
        const detail = await reader.extension.ask(reader.desk, 'payments.read', { id: payment?.id ?? '' })
        expect(detail?.sentence, 'nothing is promised that is not kept').toBe(words.deliveredPart)
        await arrived(page)
        await reader.expectPayment('delivered')
        expect(gallery.loads(`/${name}`)).toBe(2)
        expect(paying(gallery)).toMatchObject([{ method: 'GET', path: parts[name].path, from: 'same-origin' }])
        await expectDisarmed(reader)
      })

      await test.step('loaded again by the reader it is there, and nothing happens by itself', async () => {
        await reader.spends(0n, async () => {
          await page.reload()
          await arrived(page)
        })
        expect(gallery.loads(`/${name}`)).toBe(3)
        expect(await reader.payments()).toHaveLength(1)
        expect(paying(gallery)).toHaveLength(1)
      })
    })
  }

  test('a picture that is loaded late, when the reader has come to it', long, async ({ reader, gallery }) => {
    const late = `<script>setTimeout(() => { document.body.innerHTML = ${JSON.stringify(holding.picture(parts.picture.path))} }, 4000)</script>`
    gallery.show('/late', late)
    const page = await reader.visit(gallery.url('/late'))
    await reader.card(page).expectText('Unlock for $0.01')
    await reader.spends(parts.picture.price, () => reader.unlock(page))
    await arrived(page)
    await reader.expectPayment('delivered')
    expect(gallery.loads('/late')).toBe(2)
  })

  test('two parts of one page are bought one after the other', long, async ({ reader, gallery }) => {
    const page = await visitPart(reader, gallery, 'picture', holding.song(parts.song.path))
    await reader.spends(parts.picture.price, () => reader.unlock(page))
    await reader.card(page).expectText(`Unlock for ${inDollars(parts.song.price)}`)
    await reader.spends(parts.song.price, () => reader.unlock(page))
    await expect.poll(async () => (await reader.payments()).map(({ state }) => state)).toEqual(['delivered', 'delivered'])
    expect(paying(gallery).map(({ path }) => path)).toEqual([parts.picture.path, parts.song.path])
    expect(gallery.loads('/picture')).toBe(3)
  })

  test('a seller who remembers nobody is asked again only by a press, and gets no second charge', long, async ({ reader, gallery }) => {
    gallery.remembers = false
    const page = await visitPart(reader, gallery, 'picture')
    await reader.spends(parts.picture.price, () => reader.unlock(page))
    await arrived(page)
    await reader.spends(0n, async () => {
      await page.reload()
      await reader.card(page).expectText('You bought this on ')
      await afterLastLook(page)
      expect(gallery.loads('/picture'), 'no load of its own').toBe(3)
      await reader.card(page).press()
      await expect.poll(() => gallery.loads('/picture')).toBe(4)
      await expect.poll(() => paying(gallery).length).toBe(2)
      await afterLastLook(page)
    })
    expect(gallery.loads('/picture'), 'once a press').toBe(4)
    expect(await reader.payments()).toMatchObject([{ state: 'delivered' }])
  })

  test('the tab closed in the middle: nothing by itself on coming back, one press brings it, one price is gone', long, async ({ reader, gallery }) => {
    gallery.slowMs = 2_000
    const page = await visitPart(reader, gallery, 'picture')
    const approval = await reader.ask(page)
    await reader.spends(parts.picture.price, async () => {
      await reader.reachesSeller(() => approval.agree())
      await page.close()
      await reader.expectPayment('undelivered')
    })
    await expectDisarmed(reader)
    const again = await reader.visit(gallery.url('/picture'))
    await reader.card(again).expectText(words.sentence.undelivered)
    await afterLastLook(again)
    expect(gallery.loads('/picture'), 'no load of its own').toBe(3)
    await reader.spends(0n, async () => {
      await reader.card(again).press()
      await arrived(again)
      await reader.expectPayment('delivered')
    })
    expect(gallery.loads('/picture')).toBe(4)
    expect(await reader.payments()).toHaveLength(1)
  })

  test('the worker dies in the middle: the part comes, and one price is gone', async ({ reader, gallery }) => {
    gallery.slowMs = 2_000
    const page = await visitPart(reader, gallery, 'table')
    const approval = await reader.ask(page)
    await reader.spends(parts.table.price, async () => {
      await reader.reachesSeller(() => approval.agree())
      await reader.extension.killWorker(reader.desk)
      await reader.payments()
      await arrived(page)
    })
    await reader.expectPayment('delivered')
    expect(await reader.payments()).toHaveLength(1)
  })

  test('on a site that has no name', long, async ({ reader, gallery }) => {
    const page = await visitPart(reader, gallery, 'song', '', gallery.bare('/song'))
    await reader.spends(parts.song.price, () => reader.unlock(page))
    await arrived(page)
    await reader.expectPayment('delivered')
    expect(paying(gallery)).toHaveLength(1)
  })

  test('on a page whose service worker fetches everything', long, async ({ reader, gallery }) => {
    const register = '<script>navigator.serviceWorker.register("/worker.js").then(() => navigator.serviceWorker.ready).then(() => document.documentElement.lang = "en")</script>'
    gallery.serveScript('/worker.js', 'onfetch = (event) => event.respondWith(fetch(event.request)); oninstall = () => skipWaiting(); onactivate = () => clients.claim()')
    const page = await visitPart(reader, gallery, 'picture', register)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.reload()
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
    await reader.spends(parts.picture.price, () => reader.unlock(page))
    await arrived(page)
    await reader.expectPayment('delivered')
    expect(paying(gallery)).toHaveLength(1)
  })
})

test.describe('the payment for a part goes with one request', () => {
  test('not with another method, address or tab, and not with a frame of another site', async ({ reader, gallery }) => {
    const path = parts.table.path
    const others = `<script>
      for (const method of ['HEAD', 'POST', 'PUT', 'DELETE']) fetch('${path}', { method })
      for (const near of ['${path}?', '${path}?a=1', '${path}/', '${path.toUpperCase()}']) fetch(near)
      navigator.sendBeacon('${path}')
    </script>`
    gallery.show('/taker', `<script>setInterval(() => fetch('${gallery.url(path)}').then((r) => r.text()).then((t) => { if (t.includes('42')) document.title = 'taken' }), 20)</script>`)
    const frame = `<iframe src="${gallery.strange('/taker')}"></iframe>`
    const second = await visitPart(reader, gallery, 'table', `${others}${frame}`)
    const page = await visitPart(reader, gallery, 'table', `${frame}${others}`)
    await reader.spends(parts.table.price, async () => {
      const approval = await reader.ask(page)
      await approval.agree()
      for (let time = 0; time < 3; time += 1) await second.reload()
      await approval.finished()
    })
    await arrived(page)
    await reader.expectPayment('delivered')
    expect(paying(gallery)).toMatchObject([{ method: 'GET', path, dest: 'empty', from: 'same-origin', host: 'gallery.localhost' }])
    expect(gallery.seen.filter(({ path: asked, from }) => asked === path && from === 'cross-site').length, 'the frame did try').toBeGreaterThan(2)
  })

  test('on a page that asks for it again and again, before and after, one price is gone and the part comes', long, async ({ reader, gallery }) => {
    const polling = `<script>setInterval(() => fetch('${parts.table.path}').then((r) => r.json()).then((t) => { if (t.wrens === 42) document.title = 'A wren is here' }), 30)</script>`
    const page = await visitPart(reader, gallery, 'table', polling)
    const approval = await reader.ask(page)
    const state = async () => (await reader.payments())[0]?.state ?? ''
    await reader.spends(parts.table.price, async () => {
      await approval.agree()
      await expect.poll(state).toMatch(/^(un)?delivered$/)
    })
    // This seller charges one of two requests with one payment that come at once, and refuses the other. The page may have lost the one.
    if ((await state()) === 'undelivered') {
      await expect(approval.page.getByText(words.outcome.undelivered)).toBeVisible()
      await reader.spends(0n, () => reader.card(page).press())
    }
    await arrived(page)
    await reader.expectPayment('delivered')
    expect(await reader.payments()).toHaveLength(1)
  })

  test('and not on to another site', async ({ reader, evil }) => {
    evil.serve('/framed', ({ response }) => give(response, '<h1>Free</h1><img src="/framed/picture" alt="">'))
    evil.serve('/framed/picture', (exchange) => {
      if (paymentOf(exchange.request) === null) askHonestly(exchange)
      else exchange.response.writeHead(307, { location: evil.elsewhere }).end()
    })
    const page = await reader.visit(evil.url('/framed'))
    const approval = await reader.ask(page)
    await approval.agree()
    await expect(approval.page.getByText(words.outcome.unknown)).toBeVisible()
    expect(evil.payments.map(({ host, path }) => `http://${host}${path}`)).toEqual([evil.url('/framed/picture')])
    await expectDisarmed(reader)
    expect(await reader.balance()).toBe(5_000_000n)
  })
})

test.describe('by itself nothing is asked for, paid or loaded', () => {
  test('a part on another site is refused in words', async ({ reader, gallery }) => {
    gallery.show('/foreign', holding.table(gallery.strange(parts.table.path)))
    const page = await reader.visit(gallery.url('/foreign'))
    await reader.card(page).expectText(words.challenge['resource-elsewhere'])
    expect(await reader.card(page).text()).not.toContain('Unlock for')
    await test.step('also where the card’s own message is sent without a button', async () => {
      const worker = await reader.extension.worker()
      await worker.evaluate(async (url) => {
        const tab = (await chrome.tabs.query({})).find((one) => one.url === url)
        const func = async () => {
          const card = (await chrome.runtime.sendMessage({ type: 'card.read', input: {} })) as { value: { item: string } }
          await chrome.runtime.sendMessage({ type: 'card.open', input: { item: card.value.item } })
        }
        await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? 0 }, func })
      }, page.url())
      await afterLastLook(page)
    })
    await expectQuiet(reader, gallery)
    expect(gallery.seen.filter(({ path, method }) => path === parts.table.path && method === 'GET'), 'the wallet asks nobody').toHaveLength(1)
  })

  test('a part in a frame of another site', long, async ({ reader, gallery }) => {
    gallery.show('/framed', Object.values(parts).map(({ path }, at) => (Object.values(holding)[at] ?? String)(path)).join(''))
    gallery.show('/around', `<h1>Free</h1><iframe src="${gallery.strange('/framed')}"></iframe>`)
    const page = await reader.visit(gallery.url('/around'))
    await afterLastLook(page)
    expect(await reader.card(page).text()).toBe('')
    await expectQuiet(reader, gallery)
    for (const { path } of Object.values(parts)) expect(gallery.seen.filter((one) => one.path === path), path).toHaveLength(1)
  })

  test('a tab in the background', async ({ reader, gallery }) => {
    gallery.show('/behind', holding.picture(parts.picture.path))
    await reader.visit(gallery.url('/nothing'))
    const worker = await reader.extension.worker()
    await worker.evaluate((url) => chrome.tabs.create({ url, active: false }), gallery.url('/behind'))
    await expect.poll(() => gallery.seen.filter(({ path }) => path === parts.picture.path).length).toBeGreaterThan(0)
    const find = () => reader.extension.context.pages().find((page) => page.url() === gallery.url('/behind'))
    await expect.poll(find, 'the tab is there').toBeDefined()
    const behind = find()
    if (behind === undefined) throw new Error('the tab is gone')
    await afterLastLook(behind)
    expect(gallery.loads('/behind')).toBe(1)
    await expectQuiet(reader, gallery)
  })

  test('a page prepared before anybody opens it, which takes nothing from the page that is open', async ({ reader, gallery }) => {
    gallery.show('/prepared', `${holding.picture(parts.picture.path)}<script>if (document.prerendering) fetch('/prepared-ran')</script>`)
    const rules = `<script type="speculationrules">{"prerender":[{"source":"list","urls":["/prepared"]}]}</script>`
    const page = await visitPart(reader, gallery, 'table', rules)
    await expect.poll(() => gallery.loads('/prepared')).toBe(1)
    await afterLastLook(page)
    await expectQuiet(reader, gallery)
    expect(gallery.loads('/prepared')).toBe(1)
    await reader.card(page).expectText(parts.table.title)
    await reader.spends(parts.table.price, () => reader.unlock(page))
    await arrived(page)
  })
})
