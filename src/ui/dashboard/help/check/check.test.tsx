// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../../testing/fake-worker'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { show, type Screen } from '../../../testing/screen'
import { Dashboard } from '../../dashboard'
import { fetchScreens, unlocked } from '../../testing'

const page = 'https://essays.example/ferry'
const sold = 'https://keys.example/part'
let worker: ReturnType<typeof fakeWorker>

beforeAll(fetchScreens)
beforeEach(() => {
  vi.stubGlobal('fetch', vi.fn(async () => new Response('<html lang="en"><title>x</title></html>', { headers: { 'content-type': 'text/html' } })))
  worker = fakeWorker({
    'wallet.read': () => reply({ ...unlocked, state: 'unlocked' }),
    'disputes.list': () => reply([]),
    'selling.page': () => reply({ forSale: [{ kind: 'part', address: sold, price: '0.10' }], findings: [{ check: 'language', outcome: 'good', at: page, seen: null }] }),
    'selling.seller': () => reply([{ check: 'stored', outcome: 'wrong', at: sold, seen: 'public, max-age=600' }]),
  })
})

const open = async (): Promise<Screen> => {
  location.hash = '#/help/check'
  return show(<Dashboard />)
}
const look = async (screen: Screen, address: string): Promise<void> => {
  await screen.type('Address of the page', address)
  await screen.click('Look at it')
  await screen.settle()
}

describe('a page that sells', () => {
  it('is looked at, and what is wrong is said with how to mend it', async () => {
    const screen = await open()
    await look(screen, page)
    expect(screen.text()).toContain('one thing to mend')
    expect(screen.text()).toContain('The answer with the price may be kept by browsers and caches.')
    expect(screen.text()).toContain('Send Cache-Control: private, no-store with 402.')
    expect(screen.text()).toContain('public, max-age=600')
    expect(worker.inputs('selling.seller')).toHaveLength(1)
  })

  it('is asked as by a stranger: without cookies, caches, referrer, or following a redirect', async () => {
    await look(await open(), page)
    for (const [, options] of vi.mocked(fetch).mock.calls) expect(options).toMatchObject({ credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer', redirect: 'manual' })
  })

  it('is left alone where the browser gives no leave', async () => {
    worker.permissions.request.mockResolvedValue(false)
    const screen = await open()
    await look(screen, page)
    expect(screen.text()).toContain('did not let Farthing read this site')
    expect(fetch).not.toHaveBeenCalled()
  })

  it('says which seller it may not ask yet, and judges nothing of it', async () => {
    worker.permissions.contains.mockResolvedValue(false)
    const screen = await open()
    await look(screen, page)
    expect(screen.text()).toContain('Some of it is sold by https://keys.example')
    expect(worker.inputs('selling.seller')).toHaveLength(0)
    worker.permissions.contains.mockResolvedValue(true)
    await screen.click('Look there too')
    await screen.settle()
    expect(worker.permissions.request).toHaveBeenLastCalledWith({ origins: ['https://essays.example/*', 'https://keys.example/*'] })
    expect(worker.inputs('selling.seller')).toHaveLength(1)
  })

  it.each(['', 'essays.example', 'javascript:alert(1)', 'file:///etc/passwd'])('%j is no address, and nothing is asked', async (address) => {
    const screen = await open()
    await look(screen, address)
    expect(screen.text()).toContain('This is no web address')
    expect(worker.permissions.request).not.toHaveBeenCalled()
  })

  it('that does not answer is named', async () => {
    vi.mocked(fetch).mockRejectedValue(new TypeError('network'))
    const screen = await open()
    await look(screen, page)
    expect(screen.text()).toContain('essays.example does not answer, or not in time.')
  })
})
