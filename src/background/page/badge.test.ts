import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { tableOnly } from '../../core/money/rates'
import type { PricedSettings } from '../display'
import { Badge } from './badge'
import type { PageItem, PageState } from './page-state'

const action = vi.hoisted(() => ({ setBadgeBackgroundColor: vi.fn(), setBadgeText: vi.fn(), setIcon: vi.fn() }))
vi.mock('../../platform/browser', () => ({ browser: { action, i18n: { getUILanguage: () => 'en' } } }))

const settings = { badge: 'price', currency: 'USD', rates: tableOnly } as unknown as PricedSettings
const offer = (amount: string): PageItem['look'] => ({ state: 'offer', amount, decimals: 6, symbol: 'USDC', payTo: `0x${'11'.repeat(20)}`, service: null, feeLines: [] })
const item = (id: string, look: PageItem['look']): PageItem => ({ id, kind: 'document', resource: 'https://news.example/a', sealed: null, title: 'A', keep: null, words: null, tellsPrograms: false, look })
const page = (items: PageItem[], tabId = 7): PageState => ({ tabId, url: 'https://news.example/a', items, isTold: true, dismissed: false, named: [], tip: null })

const texts = (): unknown[] => action.setBadgeText.mock.calls.map(([given]) => (given as { text: string | null }).text)

afterEach(() => vi.useRealTimers())
beforeEach(() => {
  for (const act of Object.values(action)) act.mockReset().mockResolvedValue(undefined)
})

it('follows a page from its look at the price to the price', async () => {
  const badge = new Badge()
  await badge.show(page([item('a', { state: 'loading' })]), settings)
  await badge.show(page([item('a', offer('50000'))]), settings)
  await badge.show(page([item('a', { state: 'refused', sentence: 'No.' })]), settings)
  expect(texts()).toEqual(['…', '0.05', '!'])
})

it('is told once of what stays the same, in each tab', async () => {
  const badge = new Badge()
  for (const tab of [7, 7, 8, 7, 8]) await badge.show(page([item('a', offer('50000'))], tab), settings)
  expect(action.setIcon).toHaveBeenCalledTimes(2)
})

it('is told again a little later, for the same page may have come anew without anybody telling', async () => {
  vi.useFakeTimers()
  const badge = new Badge()
  for (const pause of [0, 1_000, 1_500]) {
    vi.advanceTimersByTime(pause)
    await badge.show(page([item('a', offer('50000'))]), settings)
  }
  expect(texts()).toEqual(['0.05', '0.05'])
})

it('is told again after the browser has cleared it: the same page has come anew', async () => {
  const badge = new Badge()
  await badge.show(page([item('a', offer('50000'))]), settings)
  await badge.show(page([item('b', offer('50000'))]), settings)
  expect(texts()).toEqual(['0.05', '0.05'])
})

it('is tried again where the tab took nothing', async () => {
  const badge = new Badge()
  action.setBadgeText.mockRejectedValueOnce(new Error('no such tab'))
  await badge.show(page([item('a', offer('50000'))]), settings)
  await badge.show(page([item('a', offer('50000'))]), settings)
  expect(action.setIcon).toHaveBeenCalledOnce()
})
