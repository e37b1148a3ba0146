// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../testing/fake-worker'
import { beforeEach, describe, expect, it } from 'vitest'
import { defaultRetention } from '../../../core/privacy/retention'
import type { KnownSiteView, PrivacyView } from '../../../messaging/views'
import { PricesProvider } from '../../shared/prices'
import { show } from '../../testing/screen'
import { account, passwordWay, settings, unlocked, usdc } from '../testing'
import { periodOf } from './period'
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
    retention: defaultRetention,
    onDisk: 5_000_000,
    sites: [],
    endpoint: { host: 'mainnet.base.org', own: false, networkLabel: 'Base' },
    purseEndpoints: [],
    tipService: null,
    policyHost: null,
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

  it('names who is asked about one purse alone', async () => {
    view = { ...view, purseEndpoints: [{ name: 'Newspapers', host: 'rpc.example' }] }
    expect((await show(<Privacy />)).text()).toContain('The connection to rpc.example, for your purse “Newspapers”')
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

describe('forgetting a site', () => {
  const scope = { kind: 'site', site: 'harbour.example' }
  const withSites = (answers: Parameters<typeof fakeWorker>[0]) => {
    view = { ...view, sites: [site('harbour.example'), site('lantern.example')] }
    return fakeWorker({ 'privacy.read': () => reply(view), 'wallet.read': () => reply(unlocked), 'account.read': () => reply(account), ...answers })
  }

  it('says first what goes, what stays and what is under way; nothing is forgotten before', async () => {
    const worker = withSites({ 'privacy.weigh': () => reply({ payments: 2, underWay: 1 }) })
    const screen = await show(<Privacy />)
    await screen.click('Forget harbour.example')
    expect(worker.inputs('privacy.weigh')).toEqual([{ scope }])
    expect(screen.text()).toContain('2 payments and everything else that tells of this site goes')
    expect(screen.text()).toContain('keeps them for good, public, without your name')
    expect(screen.text()).toContain('One payment is under way and stays')
    await screen.click('Keep it')
    expect(screen.text()).not.toContain('keeps them for good')
    expect(worker.inputs('privacy.forget')).toEqual([])
  })

  it('asks who is there, and says that it is done', async () => {
    let proved = false
    const worker = withSites({
      'privacy.weigh': () => reply({ payments: 2, underWay: 0 }),
      'privacy.forget': ({ stepUp }) => {
        if (stepUp === undefined) return { ok: false, code: 'step-up', sentence: 'Forget everything about harbour.example.' }
        proved = true
        view = { ...view, sites: [site('lantern.example')] }
        return reply({ payments: 2, underWay: 0 })
      },
      'stepUp.begin': () => reply({ id: '00000000-0000-4000-8000-000000000000', sentence: 'Forget everything about harbour.example.', ways: [passwordWay], code: false }),
      'stepUp.prove': () => reply(null),
    })
    const screen = await show(<Privacy />)
    await screen.click('Forget harbour.example')
    await screen.click('Forget this')
    expect(screen.text()).toContain('Forget everything about harbour.example.')
    await screen.type('Password', 'right')
    await screen.click('Confirm')
    expect(proved).toBe(true)
    worker.changed('payments')
    await screen.settle()
    expect(screen.text()).toContain('Forgotten, with 2 payments.')
    expect(screen.root.querySelectorAll('.sites li')).toHaveLength(1)
  })
})

describe('forgetting a time', () => {
  it.each([
    ['2026-03-01', '2026-03-03', [2026, 2, 1], [2026, 2, 4]],
    ['2026-12-31', '2026-12-31', [2026, 11, 31], [2027, 0, 1]],
    ['2028-02-29', '2028-02-29', [2028, 1, 29], [2028, 2, 1]],
  ] as const)('from %s to %s is whole days of the reader', (from, to, first, last) => {
    expect(periodOf({ from, to })).toEqual({ kind: 'period', from: new Date(first[0], first[1], first[2]).getTime(), to: new Date(last[0], last[1], last[2]).getTime() })
  })

  it.each([['2026-03-03', '2026-03-01'], ['', '2026-03-01'], ['2026-03-01', ''], ['1901-01-01', '1902-01-01'], ['x', 'y']])('from %j to %j is none', (from, to) => {
    expect(periodOf({ from, to })).toBeNull()
  })
})

describe('erasing everything', () => {
  it('takes a word that is typed, and says that the money comes back by the twelve words alone', async () => {
    const worker = fakeWorker({
      'privacy.read': () => reply(view),
      'wallet.read': () => reply({ ...unlocked, backedUp: false }),
      'account.read': () => reply({ ...account, balance: { state: 'known', total: usdc(4_950_000n), available: usdc(4_950_000n), reserved: usdc(0n) } }),
      'settings.read': () => reply(settings),
      'privacy.erase': () => ({ ok: false, code: 'refused', sentence: 'Nothing was erased. One payment is under way.' }),
    })
    const screen = await show(
      <PricesProvider>
        <Privacy />
      </PricesProvider>,
    )
    await screen.click('Erase everything…')
    expect(screen.text()).toContain('There is $4.95 in your purse. Make sure you have your twelve words')
    expect(screen.text()).toContain('You have not confirmed your twelve words yet.')
    await screen.click('Erase everything for good')
    await screen.type('Write “erase” to go on', 'yes')
    await screen.click('Erase everything for good')
    expect(worker.inputs('privacy.erase')).toEqual([])
    await screen.type('Write “erase” to go on', 'Erase ')
    await screen.click('Erase everything for good')
    expect(worker.inputs('privacy.erase')).toEqual([{ evenSo: false }])
    expect(screen.text()).toContain('Nothing was erased. One payment is under way.')
    screen.field('Erase all the same').click()
    await screen.settle()
    await screen.click('Erase everything for good')
    expect(worker.inputs('privacy.erase')).toEqual([{ evenSo: false }, { evenSo: true }])
  })
})

describe('how long it is kept', () => {
  const choose = async (screen: Awaited<ReturnType<typeof show>>, option: string) => {
    const select = screen.root.querySelector<HTMLSelectElement>(`#${CSS.escape(screen.field('Payments').id)}`)
    if (select === null) throw new Error('nothing to choose')
    select.selectedIndex = [...select.options].findIndex(({ text }) => text === option)
    select.dispatchEvent(new Event('change', { bubbles: true }))
    await screen.settle()
  }

  it('is for good where it is the reader’s own account book, and a choice', async () => {
    const worker = fakeWorker({ 'privacy.read': () => reply(view), 'privacy.keep': ({ kind, days }) => reply((view = { ...view, retention: { ...view.retention, [kind]: days } })) })
    const screen = await show(<Privacy />)
    expect(screen.field('Payments').value).toBe('null')
    await choose(screen, 'For 3 years')
    expect(worker.inputs('privacy.keep')).toEqual([{ kind: 'payments', days: 1095 }])
    expect(screen.field('Payments').value).toBe('1095')
    await choose(screen, 'For good')
    expect(worker.inputs('privacy.keep').at(-1)).toEqual({ kind: 'payments', days: null })
  })

  it('is shown as it is where a shorter time was not confirmed', async () => {
    fakeWorker({
      'privacy.read': () => reply(view),
      'wallet.read': () => reply(unlocked),
      'privacy.keep': () => ({ ok: false, code: 'step-up', sentence: 'Keep less, for a shorter time.' }),
      'stepUp.begin': () => reply({ id: '00000000-0000-4000-8000-000000000000', sentence: 'Keep less, for a shorter time.', ways: [passwordWay], code: false }),
    })
    const screen = await show(<Privacy />)
    await choose(screen, 'For 90 days')
    expect(screen.text()).toContain('Keep less, for a shorter time.')
    await screen.click('Not now')
    expect(screen.field('Payments').value).toBe('null')
  })
})

it('shows every line of a report for support before it can go anywhere', async () => {
  fakeWorker({ 'privacy.read': () => reply(view), 'privacy.support': () => reply({ lines: ['Farthing 1.2.3 on Chromium', 'week of 2026-11-23 · site 2'] }) })
  const screen = await show(<Privacy />)
  await screen.click('Make a report')
  expect([...screen.root.querySelectorAll('.report li')].map(({ textContent }) => textContent)).toEqual(['Farthing 1.2.3 on Chromium', 'week of 2026-11-23 · site 2'])
  await screen.click('Leave it')
  expect(screen.root.querySelector('.report')).toBeNull()
})
