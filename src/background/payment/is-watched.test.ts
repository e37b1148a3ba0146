import { afterEach, expect, it, vi } from 'vitest'
import { hasCome } from './is-watched'

type Changed = (tab: number) => void
const { get, listeners } = vi.hoisted(() => ({ get: vi.fn<(tab: number) => Promise<{ readonly url?: string }>>(), listeners: new Set<Changed>() }))
vi.mock('../../platform/browser', () => {
  const onUpdated = { addListener: (heard: Changed) => listeners.add(heard), removeListener: (heard: Changed) => listeners.delete(heard) }
  return { browser: { tabs: { get, onUpdated } } }
})

const page = { tabId: 7, url: 'https://news.example/a' }

afterEach(() => {
  vi.useRealTimers()
  get.mockReset()
})

it('waits for a page until its tab shows it', async () => {
  vi.useFakeTimers()
  get.mockResolvedValueOnce({ url: 'about:blank' }).mockResolvedValueOnce({ url: 'https://news.example/b' }).mockResolvedValue({ url: `${page.url}#part` })
  let has = false
  const waiting = hasCome(page).then(() => {
    has = true
  })
  await vi.advanceTimersByTimeAsync(60)
  expect(has).toBe(false)
  await vi.advanceTimersByTimeAsync(50)
  await waiting
  expect(get).toHaveBeenCalledTimes(3)
})

it('looks as soon as the browser tells of a change in that tab, and listens no longer than it waits', async () => {
  vi.useFakeTimers()
  get.mockResolvedValueOnce({ url: 'about:blank' }).mockResolvedValue({ url: page.url })
  const waiting = hasCome(page)
  const tell = (tab: number) => listeners.forEach((heard) => heard(tab))
  await vi.advanceTimersByTimeAsync(1)
  tell(8)
  await vi.advanceTimersByTimeAsync(1)
  expect(get).toHaveBeenCalledOnce()
  tell(7)
  await waiting
  expect(get).toHaveBeenCalledTimes(2)
  expect(listeners.size).toBe(0)
})

it('waits for no tab that is gone, nor for ever', async () => {
  vi.useFakeTimers()
  get.mockRejectedValueOnce(new Error('no such tab'))
  await hasCome(page)
  get.mockResolvedValue({ url: 'about:blank' })
  const waiting = hasCome(page)
  await vi.advanceTimersByTimeAsync(2_100)
  await waiting
  expect(get.mock.calls.length).toBeLessThan(50)
})
