import { afterEach, expect, it, vi } from 'vitest'
import { hasCome } from './is-watched'

const get = vi.hoisted(() => vi.fn<(tab: number) => Promise<{ readonly url?: string }>>())
vi.mock('../../platform/browser', () => ({ browser: { tabs: { get } } }))

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
