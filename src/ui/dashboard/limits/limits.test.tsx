// @vitest-environment happy-dom
import { fakeWorker, reply } from '../../testing/fake-worker'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../../messaging/contract'
import type { AllowanceView, LimitsView, PurseView, BlockedSiteView } from '../../../messaging/views'
import { PricesProvider } from '../../shared/prices'
import { show, type Screen } from '../../testing/screen'
import { account, limits, passwordWay, settings, unlocked, usdc } from '../testing'
import { Limits } from './view'

let worker: ReturnType<typeof fakeWorker>
let kept: LimitsView
let allowances: readonly AllowanceView[]
let declined: readonly string[]
let blocked: readonly BlockedSiteView[]
let purses: readonly PurseView[]
let refusal: Reply<'limits.change'> | null

beforeEach(() => {
  kept = limits
  allowances = []
  declined = []
  blocked = []
  refusal = null
  purses = [purse(0, { paid: ['news.example'] })]
  worker = fakeWorker({
    'settings.read': () => reply(settings),
    'wallet.read': () => reply(unlocked),
    'account.read': () => reply(account),
    'limits.read': () => reply(kept),
    'allowances.read': () => reply(allowances),
    'watch.blocked': () => reply(blocked),
    'watch.unblock': ({ site }) => reply((blocked = blocked.filter((one) => one.site !== site))),
    'purses.read': () => reply({ network: account.network, purses, most: 8, memory: 'whole', looked: null, endpoint: 'rpc.example', links: [] }),
    'purses.assign': () => reply(null),
    'allowances.end': ({ id }) => reply((allowances = allowances.filter((one) => one.id !== id))),
    'allowances.declined': () => reply(declined),
    'allowances.offerAgain': () => reply((declined = [])),
    'limits.change': ({ limits: wanted }) => {
      if (refusal !== null) return refusal
      const changed = Object.fromEntries(Object.entries(wanted).map(([name, atomic]) => [name, usdc(BigInt(atomic ?? 0))]))
      kept = { ...kept, limits: { ...kept.limits, ...changed } }
      return reply(kept)
    },
    'stepUp.begin': () => reply({ id: '00000000-0000-4000-8000-000000000000', sentence: 'Allow more to be spent.', ways: [passwordWay], code: false }),
  })
})

const purse = (index: number, change: Partial<PurseView>): PurseView => ({ purse: index, name: index === 0 ? 'Main purse' : 'Newspapers', address: account.address, seen: null, paid: [], sites: [], endpoint: null, ...change })

const open = () =>
  show(
    <PricesProvider>
      <Limits />
    </PricesProvider>,
  )

async function choose(screen: Screen, label: string, option: string) {
  await act(() => {
    const select = screen.root.querySelector<HTMLSelectElement>(`#${CSS.escape(screen.field(label).id)}`)
    if (select === null) return
    select.selectedIndex = [...select.options].findIndex(({ text }) => text === option)
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await screen.settle()
}

const row = (screen: Screen, label: string): string => [...screen.root.querySelectorAll('tr')].find((one) => one.querySelector('th')?.textContent === label)?.textContent ?? ''

describe('what is used', () => {
  it('counts what is paid and what is set aside, and says what is left', async () => {
    const spent = { held: usdc(50_000n), paid: usdc(370_000n), left: usdc(4_580_000n) }
    kept = { ...limits, used: { ...limits.used, day: spent, month: { ...spent, left: usdc(29_580_000n) } }, sites: [{ site: 'lantern.example', ...spent, left: usdc(2_580_000n) }] }
    const screen = await open()
    expect(row(screen, 'Today')).toBe('Today$0.42 of $5.00Left $4.58')
    expect(row(screen, 'This month')).toBe('This month$0.42 of $30.00Left $29.58')
    expect(row(screen, 'Tips today')).toBe('Tips today$0.00 of $5.00Left $5.00')
    expect(row(screen, 'lantern.example')).toBe('lantern.example$0.42 of $3.00Left $2.58')
    expect(screen.text()).toContain('$0.05 of it is set aside for payments under way')
  })

  it('says so where nothing was bought today', async () => {
    const screen = await open()
    expect(screen.text()).toContain('Nothing bought today.')
    expect(screen.text()).not.toContain('set aside')
  })
})

describe('a limit', () => {
  it('is changed in one step, and shown as what it is', async () => {
    const screen = await open()
    await choose(screen, 'One site, each day', '$0.50')
    expect(worker.inputs('limits.change')).toEqual([{ limits: { siteDay: '500000' } }])
    expect(screen.field('One site, each day').value).toBe('500000')
    expect(screen.text()).toContain('Saved.')
  })

  it('of nothing is offered in words', async () => {
    const screen = await open()
    await choose(screen, 'One tip', 'Nothing')
    expect(worker.inputs('limits.change')).toEqual([{ limits: { tip: '0' } }])
  })

  it('that is not confirmed is shown as it really is', async () => {
    refusal = { ok: false, code: 'step-up', sentence: 'Allow more to be spent.' }
    const screen = await open()
    await choose(screen, 'Everything, each day', '$100.00')
    expect(screen.text()).toContain('Allow more to be spent.')
    await screen.click('Not now')
    expect(screen.field('Everything, each day').value).toBe('5000000')
    expect(screen.text()).not.toContain('Saved.')
  })

  it('is always among what is offered, in its place', async () => {
    kept = { ...limits, limits: { ...limits.limits, payment: usdc(1_230_000n) } }
    const screen = await open()
    const select = screen.root.querySelector<HTMLSelectElement>(`#${CSS.escape(screen.field('One payment').id)}`)
    const texts = [...(select?.options ?? [])].map(({ text }) => text)
    expect(texts.slice(texts.indexOf('$1.00'), texts.indexOf('$2.00') + 1)).toEqual(['$1.00', '$1.23', '$2.00'])
    expect(select?.value).toBe('1230000')
  })
})

describe('which purse pays where', () => {
  it('is no question with one purse', async () => {
    const screen = await open()
    expect(screen.text()).not.toContain('Which purse pays where')
    expect(screen.text()).not.toContain('news.example')
  })

  it('is chosen for each site that was paid or given one, those given one first', async () => {
    purses = [purse(0, { paid: ['ant.example', 'news.example'] }), purse(1, { paid: ['ant.example'], sites: ['zebra.example'] })]
    const screen = await open()
    const labels = [...screen.root.querySelectorAll('.setting label')].map(({ textContent }) => textContent)
    expect(labels.filter((label) => label.endsWith('.example'))).toEqual(['zebra.example', 'ant.example', 'news.example'])
    expect([screen.field('zebra.example').value, screen.field('ant.example').value]).toEqual(['1', '0'])
    await choose(screen, 'news.example', 'Newspapers')
    expect(worker.inputs('purses.assign')).toEqual([{ site: 'news.example', purse: 1 }])
    expect(screen.text()).toContain('What you have bought stays yours, and opens again with the purse that paid for it.')
    expect(screen.text()).toContain('Saved.')
  })

  it('lists a bounded number of sites, and says how many more there are', async () => {
    purses = [purse(0, { paid: Array.from({ length: 33 }, (_, at) => `site-${String(at)}.example`) }), purse(1, {})]
    expect((await open()).text()).toContain('And on 3 more sites.')
  })
})

describe('what is paid without a question', () => {
  it('is nothing, and said to be', async () => {
    expect((await open()).text()).toContain('You are asked every time.')
  })

  it('is listed with what is used of it, and ended with one press', async () => {
    allowances = [{ id: 'a', site: 'lantern.example', perPayment: usdc(100_000n), perDay: usdc(500_000n), used: usdc(150_000n), until: Date.UTC(2026, 11, 24, 12) }]
    const screen = await open()
    expect(screen.text()).toContain('Up to $0.10 each, at most $0.50 a day')
    expect(screen.text()).toContain('$0.15 of $0.50 used today. Until 24 Dec 2026.')
    await screen.click('End: ask me again on lantern.example')
    expect(worker.inputs('allowances.end')).toEqual([{ id: 'a' }])
    expect(screen.text()).toContain('You are asked every time.')
  })
})

it('names sites that are blocked, and opens one again', async () => {
  blocked = ['cheat.example', 'dull.example'].map((site) => ({ site, at: Date.UTC(2026, 10, 20) }))
  const screen = await open()
  await screen.click('Open cheat.example again')
  expect(worker.inputs('watch.unblock')).toEqual([{ site: 'cheat.example' }])
  expect(screen.text()).not.toContain('cheat.example')
  expect(screen.text()).toContain('dull.example')
})

it('names where it is not offered any more, and offers it again', async () => {
  declined = ['kitchen.example', 'lantern.example']
  const screen = await open()
  expect(screen.text()).toContain('You are always asked, and not offered this, on kitchen.example and lantern.example.')
  await screen.click('Offer it there again')
  expect(worker.inputs('allowances.offerAgain')).toEqual([{}])
  expect(screen.text()).not.toContain('not offered this')
})

it('is not there while the wallet is locked', async () => {
  worker = fakeWorker({ 'settings.read': () => reply(settings), 'account.read': () => reply(account), 'limits.read': () => ({ ok: false, code: 'locked', sentence: 'The wallet is locked. Unlock it to go on.' }) })
  const screen = await open()
  expect(screen.text()).toContain('The wallet is locked.')
  expect(screen.root.querySelector('select')).toBeNull()
})
