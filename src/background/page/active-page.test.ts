import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Argon2 from '../../vault/argon2'

/** A browser with one tab, in which `inject` says what a script of Farthing's does there. */
const { chromium } = vi.hoisted(() => {
  const stored = new Map<string, unknown>()
  const area = {
    get: async (key: string) => ({ [key]: stored.get(key) }),
    set: async (values: object) => Object.entries(values).forEach(([key, value]) => stored.set(key, value)),
    remove: async (key: string) => stored.delete(key),
  }
  const inject: (file: string) => Promise<void> = async () => undefined
  const allowed = new Set<string>()
  return { chromium: { allowed, stored, area, tab: { id: 7, url: '' }, injected: [] as string[], told: [] as string[], inject } }
})
vi.mock('../../platform/browser', () => {
  const event = { addListener: () => undefined, removeListener: () => undefined }
  const none = async () => undefined
  return {
    browser: {
      storage: { session: chromium.area, local: chromium.area },
      alarms: { clear: async () => true, create: none },
      webRequest: { onSendHeaders: event, onHeadersReceived: event, onBeforeRedirect: event, onCompleted: event, onErrorOccurred: event },
      windows: { getLastFocused: async () => ({ type: 'normal', id: 1 }) },
      tabs: { query: async () => [chromium.tab], sendMessage: none },
      action: { setBadgeBackgroundColor: none, setBadgeText: none, setIcon: none },
      i18n: { getUILanguage: () => 'en' },
      permissions: { contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => chromium.allowed.has(origin)) },
      runtime: { sendMessage: async ({ topic }: { topic: string }) => chromium.told.push(topic) },
      scripting: {
        executeScript: async ({ files: [file = ''] }: { files: string[] }) => {
          chromium.injected.push(file)
          await chromium.inject(file)
        },
      },
    },
  }
})
vi.mock('../../vault/argon2', async (original) => ({ ...(await original<typeof Argon2>()), defaultCost: { memoryKiB: 19 * 1024, iterations: 1 } }))

import { conventions } from '../../core/protocols/named/conventions'
import type { Hint } from '../../core/protocols/named/page'
import { en as words } from '../../core/words/en'
import type { MessageType } from '../../messaging/contract'
import { newDatabase } from '../../store/database.fixtures'
import type * as Schema from '../../store/schema'
import { createApp, type App } from '../app'
import { handlers } from '../handlers'

vi.mock('../../store/schema', async (original) => ({ ...(await original<typeof Schema>()), openDatabase: () => newDatabase() }))

const article = 'https://www.news.example/wren'
const own = { kind: 'own' } as const
const pageAt = (url: string) => ({ kind: 'page', tabId: 7, windowId: 1, origin: new URL(url).origin, url }) as const

let app: App

beforeEach(() => {
  chromium.stored.clear()
  chromium.allowed.clear()
  chromium.injected = []
  chromium.told = []
  chromium.tab = { id: 7, url: article }
  chromium.inject = async () => undefined
  vi.stubGlobal('fetch', async () => Promise.reject(new Error('no network')))
  app = createApp()
})

const mark = (kind: Hint['kind']): Hint => ({ kind, value: '' })
const tell = (url: string, ...hints: Hint[]) => handlers['page.hints']({ hints }, app, pageAt(url), null)
/** From now on the page at `url` is one in which the script finds this. */
const shows = (url: string, ...hints: Hint[]) => {
  chromium.tab = { ...chromium.tab, url }
  chromium.inject = async (file) => {
    if (file === 'hints.js' && hints.length > 0) await tell(url, ...hints)
  }
}
const look = async () => {
  const read = await handlers['tab.read']({}, app, own, null)
  if (!read.ok) throw new Error(read.error.sentence)
  return read.value
}
const asking = (url: string, src: string) => app.pages.found(7, url, { status: 200, tellsPrograms: false, title: '', tags: [{ src, title: 'The rest', price: null, currency: null, words: null, keep: null }], parts: [] })
const ask = (type: Extract<MessageType, `wish${string}`>) => handlers[type]({}, app, own, null)
const unlock = async () => {
  const made = await app.wallet.create('wren on a copper coin 1821')
  if (!made.ok) throw new Error(made.error)
}

describe('what a page asks for that can only be named', () => {
  it('is looked for when the reader opens the popup, and said in words', async () => {
    shows(article, mark('substack'), mark('lightning-tip'), mark('rsl'))
    expect(await look()).toEqual({
      host: 'www.news.example',
      items: [],
      closed: [],
      named: [
        { asks: 'subscription', sentence: words.named.substack },
        { asks: 'tip', sentence: words.named['lightning-tip'] },
        { asks: 'robots', sentence: words.named.rsl },
      ],
      wished: null,
      tip: null,
    })
    expect(chromium.injected).toEqual(['detector.js', 'tips.js', 'hints.js'])
  })

  it('is said by the time the popup is answered, also where the script’s word comes after its end', async () => {
    chromium.inject = async (file) => {
      if (file === 'hints.js') setTimeout(() => void tell(article, mark('medium')), 5)
    }
    expect((await look()).named).toHaveLength(1)
  })

  it('that comes later still is told to the popup, once', async () => {
    expect((await look()).named).toEqual([])
    await tell(article, mark('medium'))
    await tell(article, mark('medium'))
    expect(chromium.told).toEqual(['page'])
    expect((await look()).named).toHaveLength(1)
  })

  it('is nothing where nothing is found, and looked for again the next time', async () => {
    for (const times of [1, 2]) {
      expect(await look()).toMatchObject({ items: [], named: [], wished: null })
      expect(chromium.injected.filter((file) => file === 'hints.js')).toHaveLength(times)
    }
    expect(chromium.told).toEqual([])
  })

  it('is not looked for again while it is known, nor told again, and kept while the worker sleeps', async () => {
    shows(article, mark('substack'))
    await look()
    app = createApp()
    expect((await look()).named).toHaveLength(1)
    expect(chromium.injected.filter((file) => file === 'hints.js')).toHaveLength(1)
    expect(chromium.told).toEqual(['page'])
  })

  it('is not looked for where something can be paid, or may turn out to be', async () => {
    shows(article, mark('substack'))
    await asking(article, `${article}/rest`)
    const page = await app.pages.find(7)
    expect(page?.items).toHaveLength(1)
    chromium.stored.set('pages', [{ ...page, items: page?.items.map((item) => ({ ...item, look: { state: 'loading' } })) }])
    app = createApp()
    expect(await look()).toMatchObject({ items: [{ state: 'loading' }], named: [], wished: null })
    expect(chromium.injected).toEqual(['tips.js'])
  })

  it('is looked for where everything the page sells was refused', async () => {
    shows(article, mark('substack'))
    await asking(article, 'https://bank.example/')
    expect(await look()).toMatchObject({ items: [{ state: 'refused' }], named: [{ asks: 'subscription' }] })
    expect(chromium.injected).toEqual(['tips.js', 'hints.js'])
  })

  it('is not said of the next page of the tab, whether that was loaded or put in place by a script', async () => {
    shows(article, mark('substack'))
    await look()
    shows('https://www.news.example/robin')
    expect(await look()).toMatchObject({ host: 'www.news.example', named: [] })
    shows('https://free.example/')
    expect(await look()).toMatchObject({ host: 'free.example', named: [] })
  })

  it('is nothing on pages of the browser itself', async () => {
    chromium.tab = { id: 7, url: 'chrome://extensions/' }
    chromium.inject = async () => Promise.reject(new Error('cannot be scripted'))
    expect(await look()).toEqual({ host: null, items: [], closed: [], named: [], wished: null, tip: null })
  })

  it('is bounded, whatever a page makes its script say', async () => {
    const hints = conventions.map((convention) => mark(convention as Hint['kind']))
    await tell(article, ...hints, ...hints)
    expect((await app.pages.find(7))?.named.length).toBeLessThanOrEqual(conventions.length)
  })
})

describe('what a page asks for in a tab that moved on unseen', () => {
  it('is not shown beside another site', async () => {
    await asking(article, 'https://bank.example/')
    chromium.tab = { id: 7, url: 'https://free.example/' }
    expect(await look()).toMatchObject({ host: 'free.example', items: [] })
  })
})

describe('"I would have paid for this article"', () => {
  beforeEach(async () => {
    await unlock()
    shows(article, mark('substack'))
    expect(await look()).toMatchObject({ wished: false })
    chromium.told = []
  })

  it('is noted by site and day, once, and can be taken back', async () => {
    expect(await ask('wish.add')).toMatchObject({ ok: true })
    expect(await ask('wish.add')).toMatchObject({ ok: true })
    expect(await ask('wishes.read')).toEqual({ ok: true, value: [{ site: 'news.example', days: 1 }] })
    expect(await look()).toMatchObject({ wished: true })
    expect(await ask('wish.undo')).toMatchObject({ ok: true })
    expect(await ask('wishes.read')).toEqual({ ok: true, value: [] })
    expect(await look()).toMatchObject({ wished: false })
    expect(chromium.told).toEqual(['wishes', 'wishes', 'wishes'])
  })

  it('is known on every page of that site, on that day', async () => {
    await ask('wish.add')
    shows('https://sport.news.example/robin', mark('members'))
    expect(await look()).toMatchObject({ wished: true })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 })
    expect(await look()).toMatchObject({ wished: false })
    await ask('wish.add')
    vi.useRealTimers()
    expect(await ask('wishes.read')).toEqual({ ok: true, value: [{ site: 'news.example', days: 2 }] })
  })

  it('is forgotten, all of it', async () => {
    await ask('wish.add')
    expect(await ask('wishes.forget')).toMatchObject({ ok: true })
    expect(await ask('wishes.read')).toEqual({ ok: true, value: [] })
  })

  it.each<[string, Hint['kind'][]]>([
    ['that asks for a payment of another kind', ['supertab', 'not-free']],
    ['that takes tips', ['lightning-tip']],
    ['that asks for nothing', []],
  ])('is not offered or noted on a page %s', async (_name, kinds) => {
    shows('https://other.example/', ...kinds.map(mark))
    expect(await look()).toMatchObject({ wished: null })
    expect(await ask('wish.add')).toEqual({ ok: false, error: { code: 'refused', sentence: words.wishGone } })
    expect(await ask('wishes.read')).toEqual({ ok: true, value: [] })
  })

  it('is not offered, noted, shown or forgotten while locked', async () => {
    await ask('wish.add')
    await app.wallet.lock()
    expect(await look()).toMatchObject({ named: [{ asks: 'subscription' }], wished: null })
    for (const type of ['wish.add', 'wish.undo', 'wishes.read', 'wishes.forget'] as const) {
      expect(await ask(type), type).toEqual({ ok: false, error: { code: 'locked', sentence: words.locked } })
    }
  })
})

describe('where the browser wants every site named that may be asked (Firefox)', () => {
  const piece = 'https://keys.news.example/rest'
  const leave = ['https://www.news.example/*', 'https://keys.news.example/*']
  const requests = vi.fn(async () => Promise.reject(new Error('no network')))

  beforeEach(() => {
    requests.mockClear()
    vi.stubGlobal('location', { protocol: 'moz-extension:' })
    vi.stubGlobal('fetch', requests)
  })
  afterEach(() => vi.unstubAllGlobals())

  it('nothing is asked without leave; it is said, with all that the reader would have to allow', async () => {
    await asking(article, piece)
    expect(await look()).toMatchObject({ items: [{ state: 'refused', sentence: words.ask['not-allowed'] }], closed: leave })
    expect(requests).not.toHaveBeenCalled()
  })

  it('leave for a part of it is not enough', async () => {
    chromium.allowed.add(leave[1] ?? '')
    await asking(article, piece)
    expect((await look()).closed).toEqual(leave)
  })

  it('with leave what was refused is asked by itself, and nothing more has to be allowed', async () => {
    await asking(article, piece)
    for (const site of leave) chromium.allowed.add(site)
    await app.pages.askAgain()
    expect(requests).toHaveBeenCalled()
    expect(await look()).toMatchObject({ items: [{ sentence: words.ask.unreachable }], closed: [] })
  })
})
