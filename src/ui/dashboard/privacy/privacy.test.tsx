// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../testing/fake-worker'
import { beforeEach, describe, expect, it } from 'vitest'
import type { KnownSiteView, PrivacyView } from '../../../messaging/views'
import { show } from '../../testing/screen'
import { Privacy } from './view'

const day = Date.UTC(2026, 2, 3, 12)
const site = (name: string, more: Partial<KnownSiteView> = {}): KnownSiteView => ({ site: name, payments: 2, firstAt: day, lastAt: day, tipped: false, recognises: false, ...more })

let view: PrivacyView
beforeEach(() => {
  view = {
    kept: [
      { kind: 'payments', count: 1_204, bytes: 3_210_000, since: day },
      { kind: 'copies', count: 0, bytes: 0, since: null },
      { kind: 'wallet', count: null, bytes: 1_400, since: null },
    ],
    isExact: true,
    onDisk: 5_000_000,
    sites: [],
    endpoint: { host: 'mainnet.base.org', own: false, networkLabel: 'Base' },
    tipService: null,
  }
  fakeWorker({ 'privacy.read': () => reply(view) })
})

describe('what is kept', () => {
  it('is told kind by kind, with how much and since when', async () => {
    const screen = await show(<Privacy />)
    expect(screen.text()).toMatch(/Payments.*1,204.*3\.2.MB.*3 Mar 2026/)
    expect(screen.text()).toMatch(/Offline copies.*None/)
    expect(screen.text()).toContain('The browser sets 5.0 MB aside')
    expect(screen.text()).not.toContain('reckoned from a part')
  })

  it('says where sizes are no more than reckoned, and nothing of a disk that the browser does not speak of', async () => {
    view = { ...view, isExact: false, onDisk: null }
    const screen = await show(<Privacy />)
    expect(screen.text()).toContain('sizes are reckoned from a part of it')
    expect(screen.text()).not.toContain('sets')
  })
})

describe('who has received what', () => {
  it('names nobody who received nothing', async () => {
    const screen = await show(<Privacy />)
    expect(screen.text()).toContain('No site yet')
    expect(screen.text()).toContain('mainnet.base.org')
    expect(screen.text()).not.toContain('payment service')
  })

  it('counts the sites that were paid, tips among them, and names those that know their reader', async () => {
    view = { ...view, sites: [site('harbour.example', { recognises: true }), site('lantern.example', { payments: 0, tipped: true }), site('wished.example', { payments: 0, firstAt: null, lastAt: null })], tipService: 'tips.example' }
    const screen = await show(<Privacy />)
    expect(screen.text()).toContain('2 sites you paid')
    expect(screen.text()).toContain('as you allowed: harbour.example.')
    expect(screen.text()).toContain('The payment service tips.example')
    expect(screen.text()).toMatch(/wished\.example\s*Nothing paid/)
  })
})

describe('sites', () => {
  it('are found by a part of their name, and shown a few at first', async () => {
    view = { ...view, sites: Array.from({ length: 40 }, (_, at) => site(`site-${String(at)}.example`)) }
    const screen = await show(<Privacy />)
    expect(screen.root.querySelectorAll('.sites li')).toHaveLength(12)
    await screen.type('Find a site', 'SITE-37')
    expect(screen.root.querySelector('.sites')?.textContent).toContain('site-37.example')
    expect(screen.root.querySelectorAll('.sites li')).toHaveLength(1)
    await screen.type('Find a site', '')
    await screen.click('Show all 40')
    expect(screen.root.querySelectorAll('.sites li')).toHaveLength(40)
  })
})

it('says so while the wallet is locked, and shows nothing', async () => {
  fakeWorker({ 'privacy.read': () => ({ ok: false, code: 'locked', sentence: 'The wallet is locked. Unlock it to go on.' }) })
  const screen = await show(<Privacy />)
  expect(screen.text()).toContain('The wallet is locked.')
  expect(screen.root.querySelector('table')).toBeNull()
})
