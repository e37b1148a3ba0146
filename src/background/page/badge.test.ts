import { beforeEach, expect, it, vi } from 'vitest'
import { tableOnly } from '../../core/money/rates'
import type { PricedSettings } from '../display'
import { showBadge } from './badge'
import type { PageItem, PageState } from './page-state'

const action = vi.hoisted(() => ({ setBadgeBackgroundColor: vi.fn(), setBadgeText: vi.fn(), setIcon: vi.fn() }))
vi.mock('../../platform/browser', () => ({ browser: { action, i18n: { getUILanguage: () => 'en' } } }))

const settings = { badge: 'price', currency: 'USD', rates: tableOnly } as unknown as PricedSettings
const offer = (amount: string): PageItem['look'] => ({ state: 'offer', amount, decimals: 6, symbol: 'USDC', payTo: `0x${'11'.repeat(20)}`, service: null, feeLines: [] })
const item = (id: string, look: PageItem['look']): PageItem => ({ id, kind: 'document', resource: 'https://news.example/a', sealed: null, title: 'A', keep: null, words: null, tellsPrograms: false, look })
const page = (items: PageItem[], tabId = 7): PageState => ({ tabId, url: 'https://news.example/a', items, dismissed: false, named: [], tip: null })

const texts = (): unknown[] => action.setBadgeText.mock.calls.map(([given]) => (given as { text: string | null }).text)

beforeEach(() => {
  for (const act of Object.values(action)) act.mockReset().mockResolvedValue(undefined)
})

it('follows a page from its look at the price to the price', async () => {
  await showBadge(page([item('a', { state: 'loading' })]), settings)
  await showBadge(page([item('a', offer('50000'))]), settings)
  await showBadge(page([item('a', { state: 'refused', sentence: 'No.' })]), settings)
  expect(texts()).toEqual(['…', '0.05', '!'])
})

it('says nothing in a tab that is gone, and does not fail', async () => {
  action.setBadgeText.mockRejectedValueOnce(new Error('no such tab'))
  await showBadge(page([item('a', offer('50000'))]), settings)
  expect(action.setIcon).not.toHaveBeenCalled()
})
