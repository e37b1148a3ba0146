import { beforeEach, expect, it, vi } from 'vitest'
import { openTab } from './open-tab'

const api = vi.hoisted(() => ({ tabs: { create: vi.fn() }, windows: { create: vi.fn() } }))
vi.mock('./browser', () => ({ browser: api }))

beforeEach(() => {
  vi.resetAllMocks()
})

it('a page opens in a tab', async () => {
  api.tabs.create.mockResolvedValue({ id: 7 })
  expect(await openTab('dashboard.html')).toEqual({ id: 7 })
  expect(api.windows.create).not.toHaveBeenCalled()
})

it('where no window takes tabs it opens in one of its own', async () => {
  api.tabs.create.mockRejectedValue(new Error('An unexpected error occurred'))
  api.windows.create.mockResolvedValue({ tabs: [{ id: 8 }] })
  expect(await openTab('dashboard.html')).toEqual({ id: 8 })
  expect(api.windows.create).toHaveBeenCalledExactlyOnceWith({ url: 'dashboard.html' })
})

it('what the browser opens nowhere is not said to be open', async () => {
  api.tabs.create.mockRejectedValue(new Error('no'))
  api.windows.create.mockRejectedValue(new Error('Illegal URL'))
  await expect(openTab('chrome://settings')).rejects.toThrow('Illegal URL')
})
