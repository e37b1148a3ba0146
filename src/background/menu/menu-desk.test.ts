import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { PageItemView, PageView } from '../../messaging/views'

const { chromium } = vi.hoisted(() => ({ chromium: { opened: [] as string[], created: [] as { id: string; contexts: readonly string[]; title: string; documentUrlPatterns?: readonly string[] }[], refusesPopup: false } }))
vi.mock('../../platform/browser', () => ({
  browser: {
    runtime: { getURL: (path: string) => path },
    tabs: { create: async ({ url }: { url: string }) => chromium.opened.push(url) },
    windows: { create: async ({ url }: { url: string }) => chromium.opened.push(`window ${url}`) },
    action: {
      openPopup: async () => {
        if (chromium.refusesPopup) throw new Error('needs a press on the button')
        chromium.opened.push('popup')
      },
    },
    contextMenus: { removeAll: async () => void chromium.created.splice(0), create: (entry: (typeof chromium.created)[number]) => chromium.created.push(entry) },
  },
}))

import { err, ok } from '../../core/result'
import { isMenuEntry, showMenu } from './menu'
import { MenuDesk } from './menu-desk'

const tab = { id: 7, windowId: 1, url: 'https://www.news.example/wren?from=mail#top' }
const item = (id: string, state: PageItemView['state'] = 'offer'): PageItemView => ({ item: id, kind: 'document', title: id, state, price: null, sentence: null, undo: false })

let items: readonly PageItemView[]
let resources: Record<string, string>
let tip: ReturnType<typeof ok<{ approval: string }>> | ReturnType<typeof err<'gone'>>
let done: string[]
const desk = () =>
  new MenuDesk({
    pages: { find: async () => ({ items: Object.entries(resources).map(([id, resource]) => ({ id, resource })) }) as never },
    pageDesk: {
      pageIn: async ({ url }): Promise<PageView> => {
        done.push(`looked at ${url ?? 'nothing'}`)
        return { host: 'www.news.example', items, closed: [], named: [], wished: null, tip: null }
      },
      open: async (_tab, id) => {
        done.push(`asked for ${id}`)
        return { approval: 'x' }
      },
      tip: async () => tip,
      tipMissing: () => void done.push('told that nobody is named'),
    },
    wanted: { put: async (text) => void done.push(`wanted ${text}`) },
    lock: async () => void done.push('locked'),
  })
const press = (menuItemId: string, more: { linkUrl?: string; srcUrl?: string } = {}, where: typeof tab | undefined = tab) => desk().pressed({ menuItemId, ...more }, where)

beforeEach(() => {
  items = []
  resources = {}
  tip = ok({ approval: 'x' })
  done = []
  chromium.opened = []
  chromium.refusesPopup = false
})

describe('the menus of the browser', () => {
  it('hold each entry once, however often and fast they are put there, and none in pages of the browser', async () => {
    await Promise.all([showMenu(), showMenu(), showMenu()])
    expect(chromium.created.map(({ id }) => id)).toEqual(['cost', 'tip', 'site', 'link', 'history', 'lock'])
    expect(chromium.created.every(({ id, contexts }) => isMenuEntry(id) && contexts.length > 0)).toBe(true)
    for (const { contexts, documentUrlPatterns } of chromium.created) if (!contexts.includes('action')) expect(documentUrlPatterns).toEqual(['http://*/*', 'https://*/*'])
  })

  it('lock, and lead to the history', async () => {
    await press('lock')
    await press('history')
    expect(done).toEqual(['locked'])
    expect(chromium.opened).toEqual(['dashboard.html#/history'])
  })

  it('do nothing for an entry that there is no more', async () => {
    await press('toString')
    await press('pay-now')
    expect([...done, ...chromium.opened]).toEqual([])
  })
})

describe('looking for something in the history', () => {
  it.each([
    ['site', {}, 'news.example'],
    ['link', { linkUrl: 'https://blog.example/b%C3%BCcher/wren?utm=1#x' }, 'blog.example /bücher/wren'],
    ['link', { linkUrl: 'https://blog.example/%E0%A4%A' }, 'blog.example /%E0%A4%A'],
    ['link', { linkUrl: 'nonsense' }, ''],
  ])('%s %j is wanted as %j, and the address of the page that opens does not say so', async (entry, more, wanted) => {
    await press(entry, more)
    expect(done).toEqual([`wanted ${wanted}`])
    expect(chromium.opened).toEqual(['dashboard.html#/history?wanted'])
  })
})

describe('what a page costs', () => {
  it('is asked at once where the page sells one thing', async () => {
    items = [item('a')]
    await press('cost')
    expect(done).toEqual(['looked at https://www.news.example/wren?from=mail', 'asked for a'])
    expect(chromium.opened).toEqual([])
  })

  it('is asked for the picture that was pressed on, of several things', async () => {
    items = [item('a'), item('b')]
    resources = { a: tab.url, b: 'https://www.news.example/map.png' }
    await press('cost', { srcUrl: 'https://www.news.example/map.png#at' })
    expect(done.at(-1)).toBe('asked for b')
  })

  it.each<[string, readonly PageItemView[]]>([
    ['nothing is sold', []],
    ['it cannot be paid', [item('a', 'refused')]],
    ['its price is being looked up', [item('a', 'loading')]],
    ['it is under way', [item('a', 'working')]],
    ['it could be one of two', [item('a'), item('b')]],
    ['another thing is being looked up', [item('a'), item('b', 'loading')]],
  ])('stands in the popup where %s', async (_name, shown) => {
    items = shown
    await press('cost')
    expect(chromium.opened).toEqual(['popup'])
    expect(done.filter((line) => line.startsWith('asked'))).toEqual([])
  })

  it('stands in a window where the browser opens no popup by itself', async () => {
    chromium.refusesPopup = true
    await press('cost')
    expect(chromium.opened).toEqual(['window popup.html'])
  })

  it('opens again what is owned', async () => {
    items = [item('a', 'owned')]
    await press('cost')
    expect(done.at(-1)).toBe('asked for a')
  })
})

describe('a tip', () => {
  it('is asked about after the page was looked at', async () => {
    await press('tip')
    expect(done).toEqual(['looked at https://www.news.example/wren?from=mail'])
    expect(chromium.opened).toEqual([])
  })

  it('is answered in the popup where the page names nobody', async () => {
    tip = err('gone')
    await press('tip')
    expect(done.at(-1)).toBe('told that nobody is named')
    expect(chromium.opened).toEqual(['popup'])
  })
})
