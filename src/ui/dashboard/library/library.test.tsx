// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../testing/fake-worker'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CopyView, LibraryArticle, LibraryRow, Settings } from '../../../messaging/views'
import { show } from '../../testing/screen'
import { settings } from '../testing'
import { Library } from './view'

let worker: ReturnType<typeof fakeWorker>
let rows: readonly LibraryRow[]
let article: LibraryArticle | null
let kept: Settings
let isReachable: boolean
let keeps: boolean

const id = '00000000-0000-4000-8000-000000000001'
const row = (facts: Partial<LibraryRow> = {}): LibraryRow => ({ id, at: Date.UTC(2026, 2, 3), title: 'A field guide to pylons', host: 'harbour.example', bytes: 140_000, ...facts })
const copy: CopyView = { html: '<p>Pylons hum.</p>', base: 'https://harbour.example/a', byline: 'A. Wren', lang: 'en', dir: null, savedAt: Date.UTC(2026, 2, 4), pictures: [], left: 2 }

beforeEach(() => {
  rows = []
  article = { row: row(), copy }
  kept = settings
  isReachable = true
  keeps = true
  worker = fakeWorker({
    'settings.read': () => reply(kept),
    'library.list': ({ text, offset, limit }) => {
      if (!isReachable) return { ok: false, code: 'failed', sentence: 'That did not work.' }
      const found = rows.filter(({ title }) => title.includes(text))
      return reply({ rows: found.slice(offset, offset + limit), count: found.length, reading: false, used: 140_000, most: 250_000_000 })
    },
    'library.read': () => reply(article),
    'library.remove': () => reply(null),
    'library.keep': () => (keeps ? reply(null) : { ok: false, code: 'refused', sentence: 'No copy could be taken.' }),
    'payments.retry': () => reply(null),
  })
})

const shelf = () => show(<Library detail={null} query="" />)
const open = () => show(<Library detail={id} query="" />)

describe('the shelf', () => {
  it('says what will be there while there is nothing', async () => {
    expect((await shelf()).text()).toContain('Nothing here yet.')
  })

  it('says that it failed, and asks again', async () => {
    isReachable = false
    const screen = await shelf()
    expect(screen.text()).toContain('That did not work.')
    isReachable = true
    rows = [row()]
    await screen.click('Try again')
    expect(screen.text()).toContain('A field guide to pylons')
  })

  it('shows what is owned, with the size of its copy or that there is none, and what all copies take', async () => {
    rows = [row(), row({ id: 'b', title: 'Notes on bread', host: 'lantern.example', bytes: null })]
    const text = (await shelf()).text()
    expect(text).toContain('harbour.example')
    expect(text).toContain('140 kB')
    expect(text).toContain('Not on this device')
    expect(text).toContain('Copies take 140 kB of 250 MB on this device.')
    expect(text).not.toContain('switched that off')
  })

  it('says when copies are switched off', async () => {
    rows = [row()]
    kept = { ...settings, keepCopies: false }
    expect((await shelf()).text()).toContain('Farthing takes no copies by itself')
  })

  it('shows more where more is wanted, and finds', async () => {
    rows = Array.from({ length: 450 }, (_, n) => row({ id: String(n), title: `Number ${n}.` }))
    const screen = await shelf()
    expect(screen.root.querySelectorAll('tbody tr')).toHaveLength(50)
    await screen.click('Show more')
    await screen.click('Show more')
    expect(screen.root.querySelectorAll('tbody tr')).toHaveLength(150)
    await screen.type('Search titles and sites', '449.')
    await screen.settle()
    expect(screen.root.querySelectorAll('tbody tr')).toHaveLength(1)
    expect(screen.text()).toContain('1 article')
    await screen.type('Search titles and sites', 'owls')
    await screen.settle()
    expect(screen.text()).toContain('Nothing you own matches “owls”.')
  })

  it('follows what is bought and kept', async () => {
    const screen = await shelf()
    rows = [row()]
    worker.changed('payments')
    await screen.settle()
    expect(screen.text()).toContain('A field guide to pylons')
  })
})

describe('an article', () => {
  it('is shown with where it is from, when it was taken, and what is missing', async () => {
    const screen = await open()
    expect(screen.root.querySelector('article')?.textContent).toBe('Pylons hum.')
    for (const said of ['harbour.example', 'Copy of 4 Mar 2026, 140 kB', 'A. Wren', '2 pictures of the page are not in this copy.']) expect(screen.text()).toContain(said)
  })

  it('can be read larger and smaller, within bounds', async () => {
    const screen = await open()
    const size = () => screen.root.querySelector('article')?.className
    for (let n = 0; n < 9; n++) await screen.click('Larger text')
    expect(size()).toBe('reading reading-5')
    expect(screen.button('Larger text').getAttribute('aria-disabled')).toBe('true')
    for (let n = 0; n < 9; n++) await screen.click('Smaller text')
    expect(size()).toBe('reading reading-0')
  })

  it('opens where it was bought, and gives its copy up', async () => {
    const screen = await open()
    await screen.click('Open at harbour.example')
    expect(worker.inputs('payments.retry')).toEqual([{ id }])
    await screen.click('Remove the copy')
    expect(worker.inputs('library.remove')).toEqual([{ id }])
    article = { row: row({ bytes: null }), copy: null }
    worker.changed('library')
    await screen.settle()
    expect(screen.text()).toContain('There is no copy of this article on this device.')
  })

  it('without a copy can be kept, and says why where it could not', async () => {
    article = { row: row({ bytes: null }), copy: null }
    keeps = false
    const screen = await open()
    await screen.click('Keep a copy')
    expect(screen.text()).toContain('No copy could be taken.')
  })

  it('that nothing can be shown of says so, and one that is not owned too', async () => {
    article = { row: row(), copy: { ...copy, html: '<p> </p>' } }
    expect((await open()).text()).toContain('There is nothing in this copy that can be shown.')
    article = null
    expect((await open()).text()).toContain('You own no such article on this device.')
  })
})
